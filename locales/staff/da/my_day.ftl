my-day-morning = Godmorgen, { $name }
my-day-hello = Hej, { $name }
my-day-evening = Godaften, { $name }
my-day-tell-text = Det tager et minut.
my-day-tell-or-write-for = Et minut. Eller skriv for en af dine frivillige eller kolleger.
my-day-waits = Venter på dig
my-day-stories = { $count ->
    [one] Én ny oplevelse
   *[other] { $count } nye oplevelser
}
my-day-stories-many = Mange nye oplevelser
my-day-stories-text = De er ikke sat sammen med andre endnu.
my-day-read = Læs
my-day-answer = Svar på:
my-day-answer-due = Svaret er lovet senest { $day }.
my-day-answer-late = Svaret var lovet senest { $day }.
my-day-answer-go = Svar
my-day-change = Hvordan gik det?
my-day-change-from = Siden { $day }.
my-day-change-go = Fortæl
my-day-checked = Sidst tjekket i { $month }
my-day-never-checked = Ikke tjekket endnu
my-day-still-right = Ja, det stemmer
my-day-frame-asked = Nogen har spurgt.
my-day-task = Har du lyst?
my-day-invited-in = I er inviteret til
my-day-asks-in = { $organisation } vil gerne være med i
my-day-answered = Svar om: { $title }
my-day-nothing-yet = Ikke noget nyt endnu. Når noget, du har fortalt, bliver til noget, står det her.
my-day-look = Se på et svar, før det sendes:
my-day-look-go = Se på det
my-day-wanting = De mangler at vide noget om:
my-day-wanting-go = Fortæl
my-day-overdue = Svaret er meget forsinket:
my-day-over = Tiden er gået. Hvordan gik det?
my-day-over-go = Fortæl
my-day-tries-with = { $organisation } vil prøve noget i det små med jer:
