vacancy-title = Giv videre
vacancy-lead = Når nogen rejser, skal andre kunne tage over. Her står det, der venter.
vacancy-none-title = Intet venter
vacancy-none-text = Når nogen holder op, eller en mail kommer tilbage, står det her.
vacancy-give-on = Giv videre efter
vacancy-see = Se hvad
vacancy-left = Er holdt op
vacancy-bounced = Mail kommer tilbage
vacancy-reported = En kollega siger, at det ikke er den rette mere
vacancy-contact = Man spørger efter hende eller ham her
vacancy-backup = Stedfortræder for kontakten her
vacancy-initiative = Med i samarbejdet
vacancy-task = Opgaver. Den, der tager over, bliver spurgt og må gerne sige nej
vacancy-answer = Svar, der venter
vacancy-meeting = Møder, der skal holdes
vacancy-need = Behov, der er begyndt på. De bliver i deres kreds
vacancy-offers = { $count ->
    [one] Ét tilbud
   *[other] { $count } tilbud
}
vacancy-page = Efter { $name }
vacancy-until = Indtil det er givet videre, står navnet ingen steder. Den, der ringer, kommer til organisationen eller stedfortræderen.
vacancy-to = Hvem tager over?
vacancy-note = Besked til den, der tager over
vacancy-note-hint = Fx hvem der har nøglen, og hvad der plejer at gå galt. Ingen følsomme oplysninger om borgere.
vacancy-all = Giv det hele videre
vacancy-nobody = Der er ikke andre i organisationen endnu. Bed administratoren invitere en.
vacancy-still-here = Jo, hun eller han er her stadig
vacancy-still-here-text = Så bliver alt, som det var.
vacancy-done = { $name } har taget over.
vacancy-given = Det blev givet videre
vacancy-closed = Ikke noget at give videre: personen er her stadig.
vacancy-nothing = Der hænger ikke noget på personen.
vacancy-unheld = Ingen står for det
vacancy-unheld-offers = { $count ->
    [one] Ét tilbud har ingen person bag sig
   *[other] { $count } tilbud har ingen person bag sig
}
vacancy-unheld-organisations = Organisationer uden nogen, der kan svare
vacancy-unheld-counts = { $offers } tilbud, { $questions } ubesvarede behov
