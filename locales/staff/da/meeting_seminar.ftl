seminar-open = Materialet til seminaret
seminar-title = Det ved vi om { $area }
seminar-lead = Læg det på bordet, og tal om det. Her er ingen løsninger, kun det, I selv har set, forstået og prøvet.
seminar-needs = Behov efter emne
seminar-needs-none = Der er ikke bedt om svar på noget behov i området endnu.
seminar-need = Behov
seminar-told = Hvem fortæller det?
seminar-said = Hvad er der svaret?
seminar-more = { $count ->
    [one] Ét til står i den PDF, du kan hente.
   *[other] { $count } til står i den PDF, du kan hente.
}
seminar-cut = Her står de nyeste 300 behov. Resten findes under Behov.
seminar-answered = { $organisation }: »{ $answer }«
seminar-answer-late = { $organisation } har ikke svaret, og fristen er gået.
seminar-answer-awaited = { $organisation } har ikke svaret endnu.
seminar-signals = Det skiller sig ud
seminar-signals-text = Tallene er fra hele kommunen og fra kvartaler, der er slut. Færre end tre vises ikke.
seminar-rivals = Det forstår vi forskelligt
seminar-rivals-none = Ingen har skrevet to forskellige forståelser af det samme behov endnu.
seminar-tried = Det har vi prøvet
seminar-tried-none = Ingen har prøvet noget sammen i området endnu.
seminar-initiative = Samarbejde
seminar-learnt = Det lærte vi
seminar-changed = { $what } ({ $organisation }): { $outcome }
seminar-changed-awaited = { $what } ({ $organisation }): ingen har sagt endnu, hvordan det gik
seminar-questions = Det kan vi tale om
seminar-questions-none = Spørg hinanden: Hvad har du set, siden vi mødtes sidst?
seminar-ask-rival = »{ $title }« bliver forstået på flere måder. Hvad taler for hver af dem?
seminar-ask-differs = Vi ser forskelligt på »{ $title }«. Hvad kan vi gøre, selv om vi ikke er enige?
seminar-ask-not-felt = »{ $title }« er gjort, men ikke alle kan mærke det. Hvad mangler der?
seminar-ask-late = Der er bedt om svar på »{ $title }«, og der er ikke kommet et. Hvad står i vejen?
seminar-ask-cannot = Svaret på »{ $title }« var nej. Hvad kan vi gøre alligevel?
seminar-ask-learnt = »{ $title }« er slut. Hvor kan vi bruge det, der blev lært?
seminar-ask-not-done = Vi aftalte »{ $title }«, og det blev ikke til noget. Hvad lærte det os?
seminar-came = Det kom der ud af det
seminar-came-none = Skriv det her undervejs, så det ikke bliver i rummet.
seminar-write-note = Skriv en forståelse eller en idé
seminar-write-need = Hvilket behov?
seminar-write-change-text = En ændring hører til et samarbejde. Vælg det, hvor I gør noget anderledes.
seminar-from = Fra udviklingsseminaret
seminar-file = materiale-til-seminaret
seminar-paper = Materialet på papir
seminar-paper-text = En PDF til at printe og dele ud ved bordet. Skærmlæsere kan læse den.
seminar-paper-in = Lav den på: { $language }
seminar-paper-under-way = Vi laver materialet
seminar-paper-gathering = Vi finder frem, hvad der skal stå
seminar-paper-step-done = klar
seminar-paper-setting = Vi sætter siderne op
seminar-paper-wait = Det tager nogle få sekunder. Siden kigger selv efter. Du kan også gå og komme igen.
seminar-paper-look = Se, om den er klar
seminar-paper-made = Materialet er klar
seminar-paper-pages = { $count ->
    [one] Det fylder én side. Vi gemmer det i et døgn.
   *[other] Det fylder { $count } sider. Vi gemmer det i et døgn.
}
seminar-paper-get = Hent PDF'en
seminar-paper-again = Lav den igen
seminar-paper-failed = Det lykkedes ikke
seminar-paper-failed-text = Materialet kunne ikke laves. Prøv igen. Hjælper det ikke, så sig det til den, der passer systemet.
seminar-paper-outdated = Der er sket noget siden
seminar-paper-outdated-text = Noget i materialet er blevet ændret eller taget tilbage, efter PDF'en blev lavet. Lav den igen, så står det rigtige der.
