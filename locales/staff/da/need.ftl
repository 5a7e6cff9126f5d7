### need
need-lead = Det, flere har fortalt, sagt i almindelige ord. Det nyeste står øverst.
need-area = Hvem handler det om?
need-about = Hvad handler det om?
need-state = Hvor langt er det?
need-none-title = Her er ingen behov endnu
need-none-text = Et behov samler det, flere har fortalt, så I kan bede nogen om svar.
need-none-filtered = Der er ikke noget, der passer til valget. Vis alt igen, eller vælg noget andet.
need-all = Alle behov
need-open = Se
need-new-title = Skriv et behov
need-new-lead = Skriv det, så det gælder flere end den ene, det skete for. Det, folk har fortalt jer, bærer det.
need-title = Kort sagt
need-title-hint = Fx "Hjem fra sygehus til et tomt hus"
need-statement = Hvad er behovet?
need-statement-hint = Hvem rammer det, hvornår, og hvad mangler der? Ingen navne.
need-concerns = Hvem rammer det?
need-concerns-hint = Fx "ældre, der bor alene". Ikke navne.
need-observations = Hvilke oplevelser bygger det på?
need-observations-hint = Det er de nyeste i din kreds. Du kan sætte flere på bagefter.
need-save = Gem behovet
need-edit = Skriv det bedre
need-edit-title = Skriv behovet bedre
need-drafted-where = Skrevet af { $organisation }. Kun jeres kreds kan se det, indtil nogen bliver bedt om svar.
need-written-where = Skrevet af { $organisation }
need-due = Svar inden { $day }
need-see-behind = Se, hvad det bygger på
need-behind-parties = Tallene kan ses af dem, der har skrevet det, dem, der er spurgt, og tovholderen.
need-behind-small = Tal under tre bliver ikke vist. De kunne pege på den, der fortalte.
need-count-observations = Oplevelser
need-count-observers = Forskellige, der har fortalt
need-count-organisations = Organisationer
need-count-sectors = Sider
need-count-places = Steder
need-count-counter = Oplever det anderledes
need-count-months = Måneder, det er fortalt i
need-still-holds = Det holder også, hvis man ser bort fra en hvilken som helst af dem, der fortæller.
need-without-gain = Det er også set af nogen, der ikke selv får noget ud af det.
need-most-from-one = Den organisation, der har fortalt mest, står for { $percent } % af oplevelserne.
need-without-title = Hvis man ser bort fra én af dem
need-without-lead = Kun I, der kan læse alle oplevelserne, ser de her tal.
need-without-whom = Uden
need-without-words = Så står der
need-without-citizens = Borgere, der selv har skrevet
need-count-few = under tre
need-voices = I deres ord
need-voices-none = Ingen har givet en sætning fri endnu. Det bestemmer de selv, der har fortalt.
need-other = Andre oplever det anderledes
need-understand = Sådan forstår vi det
need-ideas = Idéer
need-taken-back = Hørt hos dem, det gælder
need-note-write = Skriv, hvordan I forstår det
need-note-kind = Hvad skriver du?
need-note-body = Dine ord
need-note-hint = Det står med din organisations navn. Andre må gerne se det anderledes; begge dele kan stå her.
need-note-save = Skriv det på
need-answers = Hvem er spurgt, og hvad siger de?
need-answers-none = Ingen er spurgt endnu.
need-initiatives = Det kom der ud af det
need-stories = Oplevelserne fra jeres egen kreds
need-stories-lead = Kun du og din kreds kan læse dem.
need-stories-more = { $count ->
    [one] Vis én til
   *[other] Vis { $count } til
}
need-unlink = Tag den ud
need-counter-tag = Oplever det anderledes
need-next = Hvad kan der ske nu?
need-gather = Sæt flere oplevelser på
need-raise = Bed om svar
need-raise-more = Bed flere om svar
need-initiative = Start et samarbejde
need-differ = Vi ser forskelligt på det
need-differ-text = I har talt det igennem og er ikke enige. Det er i orden, og det bliver stående, så alle kan se det.
need-link-title = Sæt oplevelser på behovet
need-link-lead = Det, folk i din kreds har fortalt. Sæt kryds ved dem, der bærer behovet.
need-link-save = Sæt dem sammen med behovet
need-link-counter = De viser det modsatte: her oplever nogen det anderledes
need-link-already = { $count ->
    [one] Én af dem her er allerede sat på.
   *[other] { $count } af dem her er allerede sat på.
}
need-link-alike = Oplevelser, der ligner
need-link-alike-lead = Det, folk i din kreds har fortalt, som ligner behovet mest. Læs, og sæt kryds ved dem, der bærer det.
need-link-echoes = { $count ->
    [one] én til siger næsten det samme med de samme ord
   *[other] { $count } andre siger næsten det samme med de samme ord
}
need-link-all = Vis alle oplevelser, de nyeste først
need-link-by-likeness = Vis dem, der ligner behovet mest
need-link-none-title = Her er ingen oplevelser
need-link-none-text = Vælg noget andet ovenfor, eller vent, til nogen i din kreds fortæller noget.
need-raise-title = Bed om svar
need-raise-lead = Hvem spørger I? I kan godt spørge flere, fra begge sider, også jer selv. De ser behovet, aldrig fortællingerne.
need-raise-who = Hvem skal svare?
need-raise-asked = Er allerede spurgt og har ikke svaret endnu:
need-raise-due = Hvornår?
need-raise-due-hint = Lad feltet stå tomt, så har de { $days } arbejdsdage.
need-raise-nothing = Der skal stå mindst én oplevelse bag, før I kan bede om svar.
need-open-whole = Se hele behovet
need-voice-staff = Ansat
need-voice-volunteer = Frivillig
need-differ-yes = Ja, vi ser forskelligt på det
