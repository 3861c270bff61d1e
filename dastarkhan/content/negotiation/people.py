"""Who sits on the other side of each table: a person with a reason."""

from dastarkhan.languages import Words


def who_sits_there(case: str, side: str, _: Words) -> str:
    """Two short sentences about the person on a side; nothing for a case from elsewhere."""
    told = {
        "cart.bakery": _("The baker has flour on her sleeves. Her brother rubs his shoulder while she talks."),
        "cart.workshop": _("The mender wipes his hands. His daughter stands beside him and listens to every word."),
        "gate.quince": _("The gardener has walked here early. Her mother still carries buckets on hot days."),
        "gate.walnut": _("The woman who leads the workshop counts her orders. Her sister lives across the bridge."),
        "fair.mill": _("The grower from Mill laughs easily. Last year the bill of the fair took half his harvest."),
        "fair.willow": _("The baker from Willow has been up since four. Her apricots will not wait for July."),
        "canal.orchards": _("The orchard grower has brought his father's spade. He does not want to dig alone."),
        "canal.melons": _("The melon grower lives where the canal ends. Last July she waited nine days for water."),
        "canal.town": _("The man from the works office carries a folder of letters about damp walls."),
        "canal.school": _("The teacher counts children on the plank each morning. She counts twice."),
        "canal.drivers": _("The driver starts before dawn. She knows every passenger who waits in the rain."),
        "canal.reeds": _("The friend of the reeds listens at night. Last spring he heard few frogs."),
    }
    return told.get(f"{case}.{side}", "")
