"""Who can help on which step: six kinds of help, and why one is too light, fitting or too strong."""

from dataclasses import dataclass

from dastarkhan.languages import Words
from simulations.escalation import FITS, Intervention, fitting


@dataclass(frozen=True, slots=True, kw_only=True)
class Help:
    """A kind of help from outside.

    Attributes
    ----------
    kind : Intervention
        Its name in the model, which knows the steps it fits.
    name, says : str
        What it is, in plain words.
    fits, too_light, too_strong : str
        What is said when it is chosen on a fitting step, on a higher one, on a lower one. The lightest is never too
        strong and the strongest never too light.
    """

    kind: Intervention
    name: str
    says: str
    fits: str
    too_light: str = ""
    too_strong: str = ""

    def why(self, stage: int) -> str:
        """What is said when it is chosen at this stage."""
        if self.kind in fitting(stage):
            return self.fits
        return self.too_light if stage > max(FITS[self.kind]) else self.too_strong


def helps(_: Words) -> tuple[Help, ...]:
    """All six, the lightest first."""
    return (*_light(_), *_strong(_))


def rule_of_thumb(_: Words) -> str:
    """What is said beside the ranges, which come from secondary sources."""
    return _("The ranges overlap, and not every book draws them alike. Take them as a rule of thumb.")


def _light(_: Words) -> tuple[Help, ...]:
    return (
        Help(
            kind=Intervention.MODERATION,
            name=_("Somebody keeps the talk in order"),
            says=_("a friend gives both a turn, and writes down what is agreed"),
            fits=_("Both still want to talk. A turn for each may be all that is missing."),
            too_light=_("Order in the talk is good. But here they hardly listen to words any more."),
        ),
        Help(
            kind=Intervention.PROCESS_GUIDANCE,
            name=_("Somebody leads through the talk"),
            says=_("an experienced person talks with each side first, and then with both"),
            fits=_("Words alone have lost their value. Somebody prepares a talk in which they count again."),
            too_light=_("A good talk needs both at one table. From here that is too far for one step."),
            too_strong=_("So much preparation may make a small thing look large. A friend could be enough."),
        ),
        Help(
            kind=Intervention.SOCIO_THERAPEUTIC,
            name=_("Somebody helps to see each other again"),
            says=_("over some weeks, each side looks at its picture of the other, and at its own hurt"),
            fits=_("Pictures and hurt stand between them. They need time, and somebody whom both trust."),
            too_light=_("Good work, but slow. First somebody has to stop the damage."),
            too_strong=_("They still see each other quite well. It is enough to talk about the matter."),
        ),
    )


def _strong(_: Words) -> tuple[Help, ...]:
    return (
        Help(
            kind=Intervention.MEDIATION,
            name=_("Somebody stands between them"),
            says=_("a mediator takes no side and goes to and fro, until both choose a step"),
            fits=_("They can hardly sit at one table. Somebody between them carries words that are not garbled."),
            too_light=_("Both would have to want something for themselves. Here they only want the other to lose."),
            too_strong=_("They can still talk directly. A mediator may wait until they ask."),
        ),
        Help(
            kind=Intervention.ARBITRATION,
            name=_("Somebody decides"),
            says=_("both promise beforehand to accept what a respected person or a court decides"),
            fits=_("They will not find a way together any more. But both can still promise to accept one."),
            too_light=_("A judgement helps if both keep it. Here somebody has to see to that."),
            too_strong=_("It would be quick. But they would lose the way out that is still their own."),
        ),
        Help(
            kind=Intervention.POWER_INTERVENTION,
            name=_("Somebody with power puts a stop to it"),
            says=_("those who are responsible protect people and things, by law, and stay for a while"),
            fits=_("First the harm must end. It makes no peace; it makes room for one."),
            too_strong=_("It would stop the deed and leave the anger. Something gentler fits here."),
        ),
    )
