meeting-call = Indkald til møde
meeting-call-lead = Sig først, hvad mødet er til for. Alle, der er med i samarbejdet, får en invitation.
meeting-call-lead-area = Sig først, hvad mødet er til for. Alle, der arbejder i området, får en invitation.
meeting-call-send = Send invitationen
meeting-area = Hvilket område?
meeting-area-hint = De, der er med i området, bliver inviteret. Du kan invitere flere bagefter.
meeting-purpose = Hvad er mødet til for?
purpose-practice = Løse noget i hverdagen
purpose-practice-about = I slutter med at skrive, hvad I gør anderledes.
purpose-knowledge = Dele det, vi ved
purpose-knowledge-about = I fortæller hinanden, hvad I ser.
purpose-decide = Beslutte noget
purpose-decide-about = I har det, der skal til, for at vælge.
purpose-relations = Lære hinanden at kende
purpose-relations-about = Det er grund nok. Intet bliver talt op eller skrevet ned.
meeting-title = Hvad kalder I det?
meeting-title-hint = Det står i mailen. Skriv ikke noget om borgere.
meeting-day = Hvilken dag?
meeting-from = Fra kl.
meeting-until = Til kl.
meeting-all-day-hint = Lad begge stå tomme, hvis det varer hele dagen.
meeting-place = Hvor?
meeting-place-hint = Fx "Køkkenet på Kilden".
meeting-about = Hvad skal de vide, der kommer?
meeting-about-hint = Det kan kun de inviterede læse. Det står ikke i mailen.
meeting-again = Skal det komme igen?
meeting-repeats = Hvor tit?
meeting-repeats-weekly = Hver uge
meeting-repeats-fortnightly = Hver anden uge
meeting-repeats-monthly = Hver måned, samme ugedag
meeting-times = Hvor mange gange i alt?
meeting-times-hint = Fra 2 til { $max }.
meeting-time-of-row = { $when }. Mødet kommer igen.
meeting-change = Flyt eller ret mødet
meeting-change-lead = Bliver tid, sted eller navn anderledes, får de inviterede besked.
meeting-change-one = Det gælder kun denne gang. Resten af rækken står, hvor den stod.
meeting-change-now = Sådan står mødet nu. Gemmer du, gælder det, du har skrevet herunder.
meeting-change-send = Gem, og giv besked
meeting-cancel = Aflys mødet
meeting-cancel-text = De inviterede får en mail om, at det ikke bliver til noget.
meeting-cancel-rest = Aflys også resten af rækken
meeting-cancel-send = Aflys
meeting-state-planned = Planlagt
meeting-state-closed = Holdt
meeting-state-cancelled = Aflyst
meeting-next = Næste møde
meeting-not-closed = Ikke lukket endnu

## Mødet

meeting-you-lead = Du leder mødet
meeting-step-agenda = Før: Vælg, hvad I skal tale om.
meeting-step-write = Under: Alle kan skrive linjer, også på samme tid.
meeting-step-close = Efter: Luk mødet.
meeting-step-close-practice = Efter: Luk mødet, og skriv, hvad I gør anderledes.
meeting-agenda = Det skal vi tale om
meeting-agenda-none-needed = I behøver ingen dagsorden.
meeting-agenda-held = Det talte vi om
meeting-agenda-empty = Ikke noget endnu. Vælg blandt det, der venter, eller skriv selv.
meeting-agenda-put = Sæt noget på
meeting-agenda-put-send = Sæt på
meeting-agenda-off = Tag af
meeting-waiting = Det venter
meeting-waiting-hint = Sæt hak ved det, I vil nå.
meeting-own = Noget andet
meeting-left-over = Fra sidste gang
meeting-next-time = Tages med næste gang
item-need = Et behov, ingen gør noget ved endnu
item-answer = Et svar, der er forsinket
item-change = En ændring: Hvordan gik det?
item-task = En opgave, I skal se på
item-own = Skrevet af en af jer
meeting-said = Det blev sagt
meeting-said-empty = Ingen har skrevet noget endnu. Skriv en linje ad gangen. Andre kan skrive på samme tid.
meeting-line = Skriv en linje
meeting-line-hint = Ingen navne på borgere.
meeting-line-send = Gem linjen
meeting-line-edit = Ret
meeting-line-back = Tag tilbage
meeting-line-corrected = rettet
meeting-line-twice = To på samme tid
meeting-line-twice-text = To rettede linjen samtidig. Begge står her. Tag den ene tilbage, hvis den ikke skal være her.
meeting-line-replaced = En anden har rettet linjen, siden du så den. Se, hvad der står nu.
meeting-relations-nothing = Det her møde er for at lære hinanden at kende. Her bliver intet skrevet ned eller talt op.
meeting-none = Ingen ændring denne gang
meeting-row = De andre gange
meeting-invited = Inviteret
meeting-invite = Invitér flere
meeting-invite-whom = Hvem mangler ved bordet?
meeting-invite-hint = De, der selv står med det, står øverst.
meeting-invite-none = Alle, du kan invitere, er inviteret.
meeting-invite-send = Send invitation
meeting-coming = Kommer du?
meeting-coming-row = Dit svar gælder alle gange, der er tilbage.
coming-yes = Ja, jeg kommer
coming-maybe = Måske
coming-no = Nej, ikke denne gang
meeting-no-duty = Du behøver ikke svare.
meeting-seminar = Udviklingsseminar
meeting-seminar-call = Indkald til udviklingsseminar
meeting-seminar-lead = En dag, hvor de, der selv står med det fra begge sider, ser på området sammen.

## Luk mødet

meeting-close = Luk mødet
meeting-close-lead = Så er dagsordenen ryddet, og mødet står i historien.
meeting-close-relations = Intet bliver talt op. Luk det bare.
meeting-what-changes = Hvad gør I anderledes nu?
meeting-what-changes-text = Én lille ting er nok: hvem, hvad, fra hvornår. Det er også i orden, hvis der ikke er noget denne gang.
meeting-which-initiative = Vælg det samarbejde, ændringen hører til:
meeting-no-initiative = Området har ikke noget samarbejde endnu. Begynd et, når I vil gøre noget anderledes.
meeting-there = Hvem var der?
meeting-there-hint = Kun antal, ingen navne.
meeting-there-public-practice = Fra kommunen, der selv står i det
meeting-there-public-other = Andre fra kommunen
meeting-there-voluntary-practice = Frivillige, der selv står i det
meeting-there-voluntary-other = Andre fra foreningerne
meeting-bring-along = Hvad nåede I ikke?
meeting-bring-along-hint = Det, du sætter hak ved, venter til næste møde. Resten er ryddet.
why-change-or-none = Skriv, hvad I gør anderledes, eller sæt hak ved "Ingen ændring denne gang"
why-ends-too-soon = Mødet slutter, før det begynder

## Bagefter

meeting-got-to-say = Fik du sagt det, du kom for?
meeting-got-to-say-text = Ingen kan se, hvem der svarer hvad. Svarene vises for hver side, når mindst tre har svaret.
meeting-say = Svar med ét tryk
said-yes = Ja
said-partly = Lidt af det
said-no = Nej
meeting-tally = { $yes } ja, { $partly } lidt af det, { $no } nej
meeting-too-few = Færre end tre har svaret

## Møder, der fører til møder

meeting-loop = { $count ->
    [3] Tre møder uden ændring. Hvem mangler ved bordet?
    [4] Fire møder uden ændring. Hvem mangler ved bordet?
   *[other] { $count } møder uden ændring. Hvem mangler ved bordet?
}
meeting-loop-text = I ser det her før andre. Der er tre veje videre:
meeting-loop-bring = Få en med, der selv står med det.
meeting-loop-bring-text = Indkald igen, og invitér en, der møder borgerne.
meeting-loop-try = Prøv noget i det små.
meeting-loop-try-text = Én fra hver side, et par uger, uden møde.
meeting-loop-end = Slut her.
meeting-loop-end-text = Skriv, hvad I lærte. Det er en god slutning.

## Kalender

calendar-title = Min kalender
calendar-lead = De møder, du er inviteret til, og dem i jeres samarbejder.
calendar-none-title = Ingen møder i sigte
calendar-none-text = Når nogen inviterer dig, står det her.
calendar-to-come = Kommende møder
calendar-held = Møder, der er holdt
calendar-all = Se hele kalenderen
flash-called = Mødet står i kalenderen, og de inviterede får en mail.
flash-moved = Det er gemt. De inviterede får besked.
flash-cancelled = Mødet er aflyst. De inviterede får besked.
flash-invited-to-meeting = Invitationen er sendt.
flash-meeting-closed = Mødet er lukket. Tak for i dag.
calendar-feeds = Få møderne i din egen kalender
calendar-feeds-text = Du får en adresse, som din telefon eller din kalender kan følge. Laver du en ny, holder den gamle op.
calendar-feed-mine = Mine møder
calendar-feed-initiative = Møder i samarbejdet
calendar-feed-area = Møder i { $area }
calendar-feed-made = Din adresse er klar
calendar-feed-how = Kopiér adressen, og sæt den ind i din kalender, hvor der står "Abonnér" eller "Tilføj fra internettet".
calendar-feed-address = Adressen
calendar-feed-private = Den vises kun nu. Giv den ikke videre: Den, der har den, kan se dine møder. Er den kommet på afveje, så lav en ny.
calendar-feed-of-initiative = Få samarbejdets møder i din egen kalender
