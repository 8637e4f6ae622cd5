"""Why a name is an actor's."""

from generator.model import Rule

IN_FRONT = Rule("actor.title", "A title or a role stands in front of the name.")
APPOSED = Rule("actor.apposition", "Behind the name the text says who it is.")
GIVEN_NAME = Rule("actor.given-name", "Two capitalised words or more, the first a common given name.")
SPEAKS = Rule("actor.speaks", "The name stands where the text says who speaks.")
BODY = Rule("actor.body", "The name's own words or its capitals say that it is a body.")
HEAD = Rule("actor.head-noun", "A name with a noun for a body behind it: the French embassy, the Lopez cabinet.")
PLACE = Rule(
    "actor.place",
    "The name of a place that acts, speaks or is spoken to stands for its government (place-names: Unicode CLDR).",
)
SEAT = Rule("actor.seat", "A seat of power stands for who sits there.")
ACTS = Rule("actor.acts", "The name is the subject of a deed, or someone addresses it.")
