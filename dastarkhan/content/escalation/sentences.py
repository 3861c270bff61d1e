"""What one sentence can do: six moments, and three sentences for each."""

from dastarkhan.content.escalation.one_sentence import Moment, Said
from dastarkhan.languages import Words


def moments(_: Words) -> tuple[Moment, ...]:
    """Offside, songs, gate, tables, screenshot, Friday."""
    return (*_while_both_can_win(_), *_when_one_must_lose(_))


def _while_both_can_win(_: Words) -> tuple[Moment, ...]:
    return (
        Moment(
            key="chat_offside",
            text=_("Timur has sent his clip for the third time. A hundred people wait for Nilufar's answer."),
            said=(
                Said(
                    key="again",
                    text=_("“For the third time: rule eleven. Read it slowly.”"),
                    step=1,
                    why=_("“Slowly” is no longer about the rule. It is about Timur, and a hundred people read it."),
                ),
                Said(
                    key="call",
                    text=_("“I see it differently, and I would like to hear you. May I call you?”"),
                    step=-1,
                    why=_("She keeps her view, and takes away the audience. A voice is harder to misread."),
                ),
                Said(
                    key="quiet",
                    text=_("She puts the phone away, and says nothing."),
                    step=0,
                    why=_("A pause can cool things. But the hundred may read it as a yes, or as pride."),
                ),
            ),
        ),
        Moment(
            key="canal_gate",
            text=_("Bakyt finds the gate open an hour early. Yusuf comes along the canal with his torch."),
            said=(
                Said(
                    key="saw",
                    text=_("“The gate was already open. I do not understand it yet. What happened?”"),
                    step=-1,
                    why=_("He says what he saw and what he does not know. Yusuf need not defend himself first."),
                ),
                Said(
                    key="nothing",
                    text=_("“Good evening.” (and nothing more)"),
                    step=0,
                    why=_("Polite, and everybody keeps their face. The gate has still not been spoken of."),
                ),
                Said(
                    key="always",
                    text=_("“You always take what you want.”"),
                    step=1,
                    why=_("One hour has become “always”. Yusuf will remember nights when it was not so."),
                ),
            ),
        ),
        Moment(
            key="school_piano",
            text=_("Shirin stands before the room without a piano. Madina comes down the stairs."),
            said=(
                Said(
                    key="lock",
                    text=_("“Then there will be a lock.”"),
                    step=1,
                    why=_("A deed is answered by a deed. Nobody has learned why the piano was moved."),
                ),
                Said(
                    key="carry",
                    text=_("“I will carry it back myself, then.”"),
                    step=0,
                    why=_("No new blow, and no talk. On Tuesday both will stand here again."),
                ),
                Said(
                    key="mine",
                    text=_("“I did not answer you four times. I am sorry. Which hour do you need?”"),
                    step=-1,
                    why=_("She names her own part first, and then asks. That is rarely answered with a lock."),
                ),
            ),
        ),
    )


def _when_one_must_lose(_: Words) -> tuple[Moment, ...]:
    return (
        Moment(
            key="wedding_tables",
            text=_("A cousin comes with a plate. Aibek's table calls: well, with us or with them?"),
            said=(
                Said(
                    key="both",
                    text=_("“With both. Who comes along and sits with them for one song?”"),
                    step=-1,
                    why=_("The question knew two answers, and she gave a third. Somebody may walk with her."),
                ),
                Said(
                    key="us",
                    text=_("“With us, of course!”"),
                    step=1,
                    why=_("It is meant warmly. At the other table somebody counts one plate fewer."),
                ),
                Said(
                    key="hungry",
                    text=_("“With the rice.”"),
                    step=0,
                    why=_("A laugh, and a moment's rest. The two tables stay where they are."),
                ),
            ),
        ),
        Moment(
            key="chat_screenshot",
            text=_("Timur's private message stands in the chat. You read it, like two hundred others."),
            said=(
                Said(
                    key="publicly",
                    text=_("“Whoever does such a thing has no shame!” (in the chat)"),
                    step=1,
                    why=_("It defends Timur, and takes somebody else's face. Now two have lost it."),
                ),
                Said(
                    key="private",
                    text=_("To Timur alone: “I read it. It was not meant for me. What would help you?”"),
                    step=-1,
                    why=_("It gives him back a little of what he lost. And he says what should happen next."),
                ),
                Said(
                    key="scroll",
                    text=_("You scroll on. It is not your affair."),
                    step=0,
                    why=_("Nothing is added, and that is worth something. From outside, silence may look like a yes."),
                ),
            ),
        ),
        Moment(
            key="bazaar_friday",
            text=_("It is Thursday at the bazaar. Neither lane can go back without losing face."),
            said=(
                Said(
                    key="see",
                    text=_("“Let us see tomorrow who is the stronger.”"),
                    step=1,
                    why=_("Now it is about strength. Nobody speaks of carts and passages any more."),
                ),
                Said(
                    key="friday",
                    text=_("“It is still Thursday.”"),
                    step=0,
                    why=_("True, and a little comfort. The date stays, and so do both promises to punish."),
                ),
                Said(
                    key="bridge",
                    text=_("“What would you need, so that Friday can be an ordinary day for both lanes?”"),
                    step=-1,
                    why=_("It asks for a way on which nobody has to give in. The date may lose its teeth."),
                ),
            ),
        ),
    )


def what_helps(_: Words) -> tuple[str, ...]:
    """What the sentences that lead down have in common; questions to one's own sentence."""
    return (
        _("It says what I saw or heard, and not what the other is like."),
        _("It leaves the other a way back that does not look like losing."),
        _("It asks something to which I do not know the answer."),
        _("It is said to one person, and not before all."),
        _("A friend read it aloud and says: I could answer that calmly."),
    )


def own_ask(_: Words) -> str:
    """What a person answers with a sentence of their own."""
    return _("“You always come late with the water.” Your sentence:")
