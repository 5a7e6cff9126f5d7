mail-sign-in-subject = Dit link til Samskab i { $municipality }
mail-sign-in-text =
    Hej { $name }

    Her er dit link til Samskab. Åbn det, og tryk på knappen:

    { $link }

    Linket virker i { $minutes } minutter og kan bruges én gang.
    Har du ikke bedt om det, skal du ikke gøre noget.
mail-invitation-subject = Velkommen til Samskab i { $municipality }
mail-invitation-text =
    Hej { $name }

    Du er inviteret til at være med i Samskab i { $municipality }. Her kan du
    fortælle, hvad du oplever, og se, hvad det blev til.

    Åbn linket, og tryk på knappen:

    { $link }

    Linket virker i { $days } dage og kan bruges én gang. Derefter kan du
    altid få et nyt på siden.
mail-felt-subject = Nyt om noget, du fortalte
mail-felt-text =
    Hej { $name }

    Der er nyt om noget, du har fortalt i Samskab i { $municipality }.
    Vi vil gerne høre, om det kan mærkes. Det tager et øjeblik:

    { $link }

    Linket virker i { $days } dage. Du skal ikke logge ind, og du behøver
    ikke svare.

    Vil du ikke have flere beskeder, så åbn dette link, og tryk på knappen:

    { $stop }
mail-still-right-subject = { $count ->
    [one] Stemmer det stadig? { $first }
   *[other] Stemmer de stadig? { $count } tilbud
}
mail-still-right-text =
    Hej { $name }

    { $count ->
        [one] Stemmer det stadig, det her?
       *[other] Stemmer de stadig, de her { $count } tilbud?
    }

    { $offers }

    Åbn linket, se det igennem, og tryk på »Ja, det stemmer«:

    { $link }

    Linket virker i { $days } dage. Du skal ikke logge ind.
mail-meeting-subject = Invitation: { $title }
mail-meeting-text =
    Hej { $name }

    Du er inviteret til et møde.

    { $title }
    { $when }
    { $place }

    Sig, om du kommer. Det tager et øjeblik:

    { $link }

    Du skal ikke logge ind, og du behøver ikke svare.
mail-meeting-changed-subject = Ændret: { $title }
mail-meeting-changed-text =
    Hej { $name }

    Mødet er ændret. Nu er det sådan:

    { $title }
    { $when }
    { $place }

    Sig, om du kommer:

    { $link }

    Du skal ikke logge ind, og du behøver ikke svare.
mail-meeting-cancelled-subject = Aflyst: { $title }
mail-meeting-cancelled-text =
    Hej { $name }

    Mødet bliver ikke til noget.

    { $title }
    { $when }
    { $place }
mail-meeting-without-subject = Ikke inviteret længere: { $title }
mail-meeting-without-text =
    Hej { $name }

    I er ikke med i samarbejdet længere. Derfor er du heller ikke inviteret
    til mødet:

    { $title }
    { $when }
    { $place }
mail-given-on-subject = Du har taget over
mail-given-on-text =
    Hej { $name }

    Nogen har givet noget videre til dig i Samskab i { $municipality }.
    Se hvad, og læs beskeden her:

    { $link }

    Er det ikke dig, der skal have det, så sig det til den, der gav det videre.
mail-offer-fault-subject = Noget er måske forkert ved et tilbud
mail-offer-fault-text =
    Hej { $name }

    Nogen siger, at noget ved et af jeres tilbud er forkert. Se hvad:

    { $link }
mail-news-subject = Der er nyt til dig i Samskab i { $municipality }
mail-news-text =
    Hej { $name }

    Der er nyt til dig i Samskab i { $municipality }. Se det her:

    { $link }

    Vil du ikke have flere beskeder, så åbn dette link, og tryk på knappen:

    { $stop }
