initiative-lead = Det, frivillige og ansatte prøver sammen. Det nyeste står øverst.
initiative-area = Hvem handler det om?
initiative-state = Hvor langt?
initiative-none-title = Her er ikke noget endnu
initiative-none-text = Et samarbejde kan begynde i det små: én fra hver side, et par uger.
initiative-look = Se
initiative-lane = Begyndt i det små
initiative-open = Begynd et samarbejde
initiative-all = Alle samarbejder

## Prøv det af

initiative-trial-lead = Én fra hver side, noget småt, et par uger. I behøver ikke spørge om lov først, når rammerne giver plads.
initiative-trial-what = Hvad prøver I?
initiative-trial-what-hint = Fx "Vi ringer dagen før, og en af os er der, når bilen kommer".
initiative-trial-with = Sammen med
initiative-trial-with-public = Vælg en fra kommunen. De kan se det med det samme.
initiative-trial-with-voluntary = Vælg en fra de frivillige. De kan se det med det samme, og de kan sige nej tak.
initiative-trial-until = Til hvornår?
initiative-trial-until-hint = Et par uger er tit nok. Højst et halvt år.
initiative-notice = Hvordan kan borgeren mærke det?
initiative-trial-send = Begynd
initiative-trial-story = Det begynder i det, du fortalte. Kun din kreds kan læse dine ord.

## Begynd et samarbejde

initiative-open-lead = Begynd i et problem fra hverdagen. Begge sider skal være med.
initiative-from-need = Det kommer af behovet
initiative-from-answer = Det kommer af svaret fra
initiative-name = Hvad kalder I det?
initiative-problem = Hvad er problemet i praksis?
initiative-parties = Hvem vil I invitere?
initiative-parties-own = Jeres egen organisation er med. De andre kan sige ja tak eller nej tak.
initiative-parties-choose = Vælg mindst én fra hver side. De kan sige ja tak eller nej tak.
initiative-aim = Hvad vil I selv gerne opnå?
initiative-aim-hint = Med jeres egne ord. De andre siger deres.

## Siden

initiative-story = Sådan er det gået
initiative-who = Hvem er med?
initiative-practitioner = gør det selv i praksis
initiative-until = Prøves til
initiative-began = Sådan begyndte det
initiative-read-story = Læs fortællingen
initiative-trial-step = Prøves af i det små
initiative-problem-step = Vi finder ud af det sammen
initiative-meeting = Møde
initiative-note = Undervejs
initiative-found-late = Opdaget undervejs
initiative-change-step = Det gør vi anderledes nu
initiative-change-by = { $who }, { $organisation }, fra { $day }.
initiative-change-notice = Det kan mærkes sådan:
initiative-change-none = En ændring i det, vi gør
initiative-change-none-text = Når I er blevet enige om noget, står det her.
initiative-change-say = Sig, hvordan det gik
initiative-change-see = Se ændringen
initiative-offer-none = Et tilbud, der bliver nyt eller bedre
initiative-ended = Det lærte vi

## Det mangler

initiative-gaps = Det kunne hjælpe jer videre
initiative-gap-practitioner-public = Ingen fra kommunen, der selv står i det, er med endnu.
initiative-mend-practitioner-public = Spørg en, der møder borgerne.
initiative-gap-practitioner-voluntary = Ingen frivillig, der selv står i det, er med endnu.
initiative-mend-practitioner-voluntary = Spørg, om en har lyst.
initiative-gap-aim-public = Kommunen har ikke sagt, hvad den selv gerne vil opnå.
initiative-gap-aim-voluntary = De frivillige har ikke sagt, hvad de selv gerne vil opnå.
initiative-mend-aim = Sig det med jeres egne ord.
initiative-mend-aim-ask = Spørg dem.
initiative-gaps-below = { $count ->
    [one] Én ting kunne hjælpe jer videre
    [2] To ting kunne hjælpe jer videre
    [3] Tre ting kunne hjælpe jer videre
   *[other] { $count } ting kunne hjælpe jer videre
}
initiative-gaps-none = Alt er på plads lige nu.
initiative-gap-origin = Det er ikke knyttet til noget, nogen har oplevet.
initiative-mend-origin = Find et behov, det svarer på.
initiative-gap-frame = Ingen har sagt, hvad der kan lade sig gøre.
initiative-mend-frame = Sig det nu, så ingen løber ind i det bagefter.
initiative-gap-task = Der er et spørgsmål om, hvem der gør hvad.
initiative-mend-task = Se på opgaverne.
initiative-gap-told = Tiden er gået.
initiative-mend-told = Fortæl i en linje, hvordan det gik.
initiative-gap-loop = I har mødtes flere gange, uden at noget blev gjort anderledes.
initiative-mend-loop = Tag en med, der selv står i det.
initiative-gap-change = I har ikke aftalt at gøre noget anderledes endnu.
initiative-mend-change = Begynd med én lille ting.

## Skriv på

initiative-write-change = Skriv, hvad I gør anderledes
initiative-write-note = Skriv, hvad der skete
initiative-note-kind = Hvad var det?
initiative-note-body = Hvad skete der?
initiative-note-hint = Ingen navne på borgere.
initiative-note-send = Skriv det på
initiative-join = Sig, hvad jeres side vil
initiative-join-self = Jeg gør det selv i praksis
initiative-join-send = Gem
initiative-end = Afslut samarbejdet
initiative-end-text = Alle forsøg får en slutning, også dem, der ikke lykkedes. Det, I lærte, kan andre bruge.
initiative-learnt = Hvad lærte I?
initiative-end-send = Afslut

## Hvor hører det til?

initiative-place = Hvem, hvad og hvorfra?
initiative-place-lead = Alle svar er lige gode. De gør det lettere for andre at finde noget, der ligner deres eget.
initiative-place-change = Ret det
initiative-with-whom = Sammen med hvem?
initiative-of-what = Hvad gør I sammen?
initiative-begun-by = Hvem begyndte?
initiative-begun-side = Fra hvilken side?
initiative-relation = Hvordan står I til hinanden?
initiative-relation-hint = Køber den ene det, den anden laver, er det en aftale om køb. Den tæller vi ikke som samskabelse. § 18-støtte er ikke en kontrakt.
initiative-not-counted = { $relation }, tælles ikke som samskabelse
initiative-reasons = Hvorfor er I med?

## Hviler, er stille, er slut

initiative-pause = Lad det hvile
initiative-pause-why = Hvorfor, og hvornår ser I på det igen?
initiative-pause-send = Lad det hvile
initiative-paused = Det hviler siden
initiative-resume = Gå videre
initiative-quiet = Her har været stille længe.
initiative-quiet-since = Siden
initiative-quiet-text = Er I stadig i gang? Skriv en linje, lad det hvile, eller afslut det.
initiative-ended-as = Hvordan endte det?
initiative-conditions = Hvad hang det på?
initiative-conditions-hint = Det hjælper andre, der vil prøve det samme
endings-title = Det lærte andre
endings-lead = Alt, hvad nogen har prøvet og afsluttet, også det, der ikke lykkedes.
endings-words = Søg i det, de lærte
endings-none = Vi fandt ikke noget
endings-none-text = Prøv med færre ord, eller vælg et andet område.
endings-hung-on = Det hang på:

## Hvem er med

initiative-gone = er her ikke mere
initiative-next = Hvem tager over?
initiative-next-send = Giv videre
initiative-invite = Inviter flere
initiative-invite-who = Hvem vil I have med?
initiative-invite-hint = De kan sige ja tak eller nej tak.
initiative-is-invited = er inviteret
initiative-asks = vil gerne være med
initiative-ask = Vi vil gerne være med
initiative-ask-text = De, der er med, kan se det på Min dag og svare jer.
initiative-leave = Vi er ikke med længere
initiative-leave-text = Det, I har gjort, bliver stående. Jeres opgaver bliver ledige, og de af jer, der skulle med til møder, får besked.
initiative-leave-send = Gå ud af samarbejdet

## Fælles forståelse

understanding-title = Sådan forstår vi det sammen
understanding-lead = Skriv det, når det giver mening. I behøver ikke være enige for at gå videre.
understanding-none-title = Ikke skrevet endnu
understanding-none = Det er heller ikke nødvendigt. I kan godt gå i gang uden.
understanding-text = Hvad er vi sammen om?
understanding-write = Skriv en ny udgave
understanding-say = Hvad siger I?
understanding-yours = Ser jeres side det sådan?
understanding-note = Med jeres egne ord

## Hvad det svarer på

initiative-tie = Hvilket behov svarer det på?
initiative-tie-lead = Så kan de, der har fortalt, se, hvad det blev til.
initiative-tie-which = Vælg et behov
initiative-tie-none = Her er ingen behov endnu
initiative-tie-none-text = Når nogen har samlet det, folk fortæller, til et behov, kan I vælge det her.
