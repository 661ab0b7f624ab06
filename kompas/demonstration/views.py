"""What the caseworkers of Waterrijk say when they see a line differently. They write in Dutch, as they do at work."""

DIFFERENTLY = {
    ("wish/hours", "from_33"): "Vijf dagen is veel om mee te beginnen. Ik zou met drie beginnen en samen opbouwen.",
    ("wish/hours", "from_25"): "Vier dagen kan. Twee dagen om mee te beginnen geeft meer rust.",
    ("wish/hours", "from_17"): "Ik denk dat vier ochtenden ook past, juist onder schooltijd.",
    ("wish/hours", "from_9"): "Je doet thuis al heel veel. Ik zou met één vaste middag beginnen.",
    ("wish/hours", "up_to_8"): "Twee middagen zou ook kunnen, als er op die middagen iemand thuis is.",
    ("wish/travel", "up_to_15"): "Binnen een kwartier is er weinig werk dat past. Met een halfuur is er veel meer.",
    (
        "wish/travel",
        "up_to_30",
    ): "Het werk dat het best past, is drie kwartier met de metro. Dat is het misschien waard.",
    ("wish/travel", "up_to_60"): "Een uur heen en een uur terug is veel naast een hele dag. Ik zoek eerst dichterbij.",
    (
        "step/first",
        "look_around",
    ): "Eerst kijken hoeft van mij niet: je kent het werk. Een dag meedoen kan meteen.",
    ("step/first", "look_at_jobs"): "Ik denk dat één gesprek met een bedrijf meer brengt dan tien vacatures.",
    ("step/first", "ask_about_course"): "Een cursus kan ook later. Op de werkplek leer je dit net zo goed.",
    ("need/dutch", ""): "Je Nederlands is al goed genoeg om te beginnen. Op het werk gaat het vanzelf verder.",
    ("need/job_search", ""): "Zoeken kun je goed. Wat helpt is dat ik je bij een paar bedrijven voorstel.",
}
"""By line and by the option that was chosen; without one where the line says it all. Only lines that are here are ever
seen differently: each of these is something that a caseworker could say to somebody's face."""
