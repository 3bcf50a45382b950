"""What was said, decided and asked for at one meeting, whatever its minutes look like."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Person:
    name: str
    office: str
    initials: str


@dataclass(frozen=True)
class Task:
    text: str
    owner: Person
    due: str = ""


@dataclass(frozen=True)
class Item:
    title: str
    said: tuple[str, ...]
    decided: tuple[str, ...] = ()
    tasks: tuple[Task, ...] = ()


COUNCIL, COMMITTEE = "Sallowby Town Council", "Leisure and Amenities Committee"
DAY, TIME, PLACE = "Tuesday 14 May 2024", "7.00 pm", "the Council Chamber, Ferry Road"

CLERK, PARKS = Person("Mary Stone", "Clerk", "MS"), Person("Peter Lunt", "Parks Manager", "PL")
GROUPS = {
    "Present": (
        Person("Cllr Ada Brindle", "Chair", "AB"),
        Person("Cllr Tom Hale", "Vice-Chair", "TH"),
        Person("Cllr Ruth Venn", "", "RV"),
        Person("Cllr Owen Sark", "", "OS"),
        Person("Cllr Nia Tay", "", "NT"),
    ),
    "Apologies": (Person("Cllr Una Keld", "", "UK"), Person("Cllr Guy Poole", "", "GP")),
    "In attendance": (CLERK, PARKS),
}

ITEMS = (
    Item("Apologies for Absence", ("Apologies were received from Cllr Keld and Cllr Poole.",)),
    Item("Declarations of Interest", ("Cllr Tay declared an interest in item 5 as a member of the bowls club.",)),
    Item(
        "Minutes of the Last Meeting",
        ("The minutes of the meeting held on 12 March 2024 were considered.",),
        ("the minutes of the meeting held on 12 March 2024 be approved as a correct record and signed by the Chair",),
    ),
    Item(
        "Play Area at Mill Lane",
        (
            "The Parks Manager presented a report on the condition of the play area. Two swings had been taken out of "
            "use in April and the surface below the slide was worn.",
            "Members asked how long the repairs would last and whether grants had been looked into.",
        ),
        (
            "the repairs set out in the report be carried out at a cost of no more than £4,500",
            "the Clerk be authorised to apply for a grant for new equipment",
        ),
        (Task("obtain three quotations for the new surface", PARKS, "by 30 June 2024"),),
    ),
    Item(
        "Bowls Club Lease",
        ("The lease ends in September and the club wishes to renew it for ten years.",),
        ("the lease be renewed for a term of ten years on the present conditions",),
        (Task("write to the club with the terms of the lease", CLERK, "by the next meeting"),),
    ),
    Item(
        "Budget Monitoring",
        ("The Clerk presented the report for the last quarter. Income from the pool had fallen by 8% in a year.",),
        ("the report be noted",),
        (
            Task("bring a paper on pool charges", PARKS),
            Task("circulate the survey of swimmers", CLERK, "by 31 May 2024"),
        ),
    ),
    Item("Date of Next Meeting", ("The next meeting will be held on Tuesday 9 July 2024 at 7.00 pm.",)),
)
