offer-new = Skriv et tilbud
offer-edit = Ret tilbuddet
offer-form-lead = Skriv det, så en, der aldrig har hørt om jer, forstår det.
offer-effect = Hvad betyder ændringen for tilbuddet?
offer-because = Det kommer af, at I gør noget anderledes
offer-name = Hvad hedder det?
offer-summary = Hvad er det, kort sagt?
offer-summary-hint = Én sætning, som den står på listen.
offer-description = Hvad sker der?
offer-form-for-whom = Hvem er det for?
offer-form-area = Område
offer-form-topic = Hvad handler det om?
offer-own-bearer = Jeres organisation står for det.
offer-bearer = Hvem står for det?
offer-second-bearer = Sammen med
offer-schedule = Hvornår?
offer-schedule-hint = Med ord, fx "Torsdag 16.30–18.30, ikke i juli".
offer-place-part = Hvor er det?
offer-location-name = Stedets navn
offer-address = Adresse
offer-postcode = Postnummer
offer-city = By
offer-reach-part = Hvordan får man fat i jer?
offer-form-phone = Telefon
offer-form-email = Mail
offer-form-url = Hjemmeside
offer-contact-title = Hvem skal man spørge efter?
offer-contact-title-hint = En rolle, fx "koordinator for følgevennerne". Den vises for alle.
offer-contact-person = Hvem er det lige nu?
offer-contact-person-hint = Navnet ses kun af dem, der er logget ind.
offer-backup = Hvem spørger vi, hvis kontakten ikke svarer?
offer-backup-hint = Vi skriver til den person, når ingen har sagt, om tilbuddet stadig stemmer.
offer-cadence = Hvor tit skal det tjekkes?
offer-cadence-hint = Lad det stå, hvis det følger emnet.
offer-cadence-months = { $months ->
    [one] Hver måned
   *[other] Hver { $months }. måned
}
offer-hidden = Vises ikke for borgere: ikke tjekket meget længe
offer-form-price = Pris
offer-form-price-hint = Fx "Gratis" eller "40 kr. for mad"
offer-form-languages = Hvilke sprog taler I?
offer-form-access = Adgang
offer-form-access-hint = Fx "Niveaufri adgang, handicaptoilet"
offer-state = Hvem kan se det?
offer-not-a-check = At rette er ikke at tjekke. Tryk på »Ja, det stemmer« bagefter.
offer-keep = Stemmer det stadig?
offer-keep-text = Se det igennem: tid, sted, telefon, hvem man spørger efter.
offer-yes = Ja, det stemmer
offer-checks-lead = Tilbud, ingen har sagt ja til et stykke tid. Det ældste står øverst.
offer-checks-none-title = Alt er tjekket
offer-checks-none-text = Når et tilbud trænger til et blik, står det her.
offer-never-checked = Ikke tjekket endnu
offer-last-checked = Sidst tjekket { $day }
offer-why-need = Et behov blev skrevet
offer-why-asked = Der blev bedt om svar
offer-why-count = { $count ->
    [one] Én oplevelse bærer det.
   *[other] { $count } oplevelser bærer det.
}
offer-why-few = Nogle få oplevelser bærer det.
offer-why-answer = Der blev svaret
offer-why-trial = Nogen prøvede det af i det små
offer-why-initiative = De fandt ud af det sammen
offer-why-change = Det gør de anderledes nu
offer-why-offer = Tilbuddet
offer-why-seen = Det begyndte med, at nogen fortalte
offer-why-hidden = Fortællingerne kan kun læses i deres kreds.
