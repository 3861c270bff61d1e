"""Two published maps of relations, as edge lists with their sources."""

import networkx as nx

GOOD = (
    "GAVEV KOTUN NAGAD GAMA|KOTUN NAGAD GAMA|OVE ALIKA GAHUK MASIL UKUDZ|ALIKA UKUDZ|NAGAM MASIL NOTOH SEUVE"
    "|GAHUK MASIL UKUDZ GEHAM ASARO|MASIL UKUDZ GEHAM ASARO UHETO|UKUDZ GEHAM ASARO|NOTOH KOHIK UHETO|KOHIK UHETO"
    "|GEHAM ASARO|UHETO SEUVE|NAGAD GAMA"
)
BAD = (
    "GAVEV OVE ALIKA NAGAM GAHUK ASARO|KOTUN OVE NAGAM GAHUK NOTOH KOHIK|NAGAM NAGAD GAMA|GAHUK NOTOH UHETO GAMA"
    "|UKUDZ SEUVE|NOTOH GEHAM NAGAD|KOHIK GEHAM NAGAD|GEHAM UHETO NAGAD GAMA|ASARO SEUVE NAGAD GAMA|UHETO NAGAD GAMA"
    "|SEUVE GAMA"
)
PARTIES = ["SKD", "ZLSD", "SDSS", "LDS", "ZS-ESS", "ZS", "DS", "SLS", "SPS", "SNS"]
SIGNS = ("-+--+-++-", "-++-+--+", "--+-++-", "+-+--+", "-+---", "-++-", "---", "+-", "-")  # above the diagonal


def highland_tribes() -> nx.Graph:
    """Sixteen tribes, 29 good ties and 29 bad ones.

    K. E. Read (1954), Southwestern Journal of Anthropology 10:1-43; ties as stored in CompNet/SignedCentrality,
    GAMAPOS.csv and GAMANEG.csv.
    """
    graph = nx.Graph()
    for text, sign in ((GOOD, 1), (BAD, -1)):
        for row in text.split("|"):
            one, *others = row.split()
            graph.add_edges_from((one, other, {"sign": sign}) for other in others)
    return graph


def parliamentary_parties() -> nx.Graph:
    """Ten parties of a parliament in 1994, all 45 ties, 27 of them bad.

    S. Kropivnik and A. Mrvar (1996), in: Developments in Statistics and Methodology, 209-216; signs of the table as
    stored in bavla/Nets, Stranke94.net.
    """
    graph = nx.Graph()
    for place, row in enumerate(SIGNS):
        for step, sign in enumerate(row):
            graph.add_edge(PARTIES[place], PARTIES[place + 1 + step], sign=1 if sign == "+" else -1)
    return graph
