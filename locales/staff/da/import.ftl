import-provider = Udbydes af { $name }
import-nothing-written = Der er ikke skrevet noget.
import-passed-over = Kolonner, der er sprunget over: { $columns }
import-empty = Der er ikke noget i filen.
import-only-a-header = Der er kun en overskriftslinje i filen og ingen rækker under den.
import-not-text = Det er ikke en tekstfil. Gem arket som CSV (UTF-8), og prøv igen.
import-not-utf8 = Fra linje { $line } er teksten ikke UTF-8. Gem arket som CSV UTF-8, og prøv igen.
import-broken-quotes = Et anførselstegn, der begynder på linje { $line }, er ikke lukket, hvor cellen slutter.
import-huge-cell = En celle på linje { $line } er langt længere end nogen tekst. Mangler der et anførselstegn?
import-too-many-rows = Der er mere end { $max } rækker i filen. Del den op.
import-too-large = Filen er større end { $max } MB. Del den op.
import-no-column = Ingen kolonne hedder { $column }. Se docs/import.md for de navne, der kan bruges.
import-two-columns = To kolonner betyder { $column }. Giv den ene et andet navn.
import-not-geojson = Det er ikke GeoJSON: hverken en liste af features eller en samling af dem.
import-personal-phone = Her står måske et telefonnummer. Ingen er her til at se på det, så rækken er ikke taget med
import-personal-email = Her står måske en mailadresse. Ingen er her til at se på den, så rækken er ikke taget med
import-personal-address = Her står måske en adresse. Ingen er her til at se på den, så rækken er ikke taget med
import-personal-handle = Her står måske et brugernavn. Ingen er her til at se på det, så rækken er ikke taget med
import-personal-name = Her står måske et navn. Ingen er her til at se på det, så rækken er ikke taget med
import-cpr = Her står måske et CPR-nummer. Slet det, og importér igen
import-too-many-cells = Der er flere celler, end overskriften har. Står en tekst med komma eller semikolon uden anførselstegn?
import-no-such-area = Intet område hedder sådan
import-not-a-coordinate = Skriv grader, fx 57,05 og 9,92
import-id-in-use = En anden række i filen har samme id og siger noget andet
import-needs-area = Skriv med --area, hvilket område rækkerne hører til: Filen har ingen kolonne med det.
import-areas-are = Områderne er: { $names }
import-no-such-organisation = Ingen organisation her har det id eller navn. En administrator kan lave den med --create-organisations
import-progress = { $done } af { $total } er hentet
import-hsds-sum = { $added ->
    [one] 1 nyt
   *[other] { $added } nye
}, { $changed ->
    [one] 1 ændret
   *[other] { $changed } ændrede
}, { $same } som før. Kunne ikke hentes: { $refused }.
import-hsds-would = Det ville blive: { $added ->
    [one] 1 nyt
   *[other] { $added } nye
}, { $changed ->
    [one] 1 ændret
   *[other] { $changed } ændrede
}, { $same } som før. Kan ikke hentes: { $refused }. Intet er skrevet.
import-run-is = Fortryd det hele med: samskab import undo { $run }
import-undone-sum = { $removed } tilbud er væk, { $down } er taget ned, fordi der hænger noget ved, { $restored } er som før.
import-not-hsds = Det er ikke HSDS: hverken tjenester, organisationer eller tabeller, vi kender. Intet er skrevet.
import-broken-table = { $file } kan ikke læses ved linje { $line }. Intet er skrevet.
import-title = Hent tilbud ind
import-lead = Fra et regneark, et kort (GeoJSON) eller et andet sted, der bruger den åbne standard HSDS. Du ser, hvad der vil ske, før der sker noget.
import-file = Fil
import-file-hint = Et regneark gemt som CSV, en GeoJSON-fil eller en JSON-fil. Tabeller efter HSDS vælger du på én gang.
import-choose-file = Vælg en fil
import-area = Område
import-area-hint = For rækker, der ikke selv nævner et af jeres områder.
import-language = Hvilket sprog er teksterne på?
import-create-organisations = Opret de organisationer, vi ikke kender
import-look = Se, hvad der vil ske
import-before = Hentet ind før
import-none-title = Intet er hentet ind endnu
import-none-text = Når du har hentet noget ind, kan du se det her og fortryde det.
import-reading = Filen er kommet frem og bliver læst
import-looking = Filen bliver set igennem: { $done } af { $total }
import-broken = Filen kan ikke bruges, som den er
import-lost = Filen nåede ikke at blive læst. Send den igen
import-waiting = Venter på dit ja
import-undone = Fortrudt
import-going-back = Bliver taget tilbage
import-left = { $count ->
    [one] Ét tilbud mangler endnu
   *[other] { $count } tilbud mangler endnu
}
import-new = Nye tilbud
import-changed = Tilbud, der bliver ændret
import-not-taken = Det kan ikke hentes
import-number = Nr. { $number }
import-bring-in = Hent det ind
import-forget = Nej tak, glem filen
import-regret = Fortryd det hele
import-regret-text = Nye tilbud forsvinder. Dem, nogen har bygget videre på, bliver taget ned. Ændrede tilbud bliver, som de var.
import-undo = Fortryd
import-merged = Tilbuddet er lagt sammen med et andet. Ret dét, hvis der stadig er noget at rette
import-at-line = Linje { $number }
import-shown = { $count ->
    [one] Ét af de nye tilbud bliver vist for borgere med det samme.
   *[other] { $count } af de nye tilbud bliver vist for borgere med det samme.
}
import-hidden = { $count ->
    [one] Ét af de nye tilbud bliver ikke vist for borgere: Kilden siger, at det er slut, eller har ikke stået inde for det længe. Du kan finde det under tilbud, der skal tjekkes.
   *[other] { $count } af de nye tilbud bliver ikke vist for borgere: Kilden siger, at de er slut, eller har ikke stået inde for dem længe. Du kan finde dem under tilbud, der skal tjekkes.
}
import-known-day = Sidste dag, kilden står inde for det
import-tell-title = Hent fortællinger ind
import-tell-lead = Fra et regneark med én fortælling i hver række. Du ser, hvad der vil ske, før der sker noget.
import-tell-hint = Et regneark gemt som CSV. Én kolonne skal hedde fortælling.
import-looked-through = Jeg har læst filen igennem, og der står ikke noget i den, som peger på et menneske
import-tell-link = Hent fortællinger ind fra et regneark
import-stories-would = { $added ->
    [one] 1 ny fortælling
   *[other] { $added } nye fortællinger
}, { $same } som før. Kan ikke hentes: { $refused }. Intet er skrevet.
import-tell-regret-text = Fortællingerne forsvinder igen. Dem, nogen har brugt i et behov eller bygget videre på, bliver.
import-stories-undone = { $removed ->
    [one] 1 fortælling
   *[other] { $removed } fortællinger
} er væk, { $kept } er her stadig, fordi nogen har bygget videre på dem.
import-many-more = og { $count } til
