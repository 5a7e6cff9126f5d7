import-provider = Udbydes af { $name }
import-line = Linje
import-feature = Nr.
import-taken = { $count ->
    [one] Én række er kommet ind
   *[other] { $count } rækker er kommet ind
}
import-translated = { $count ->
    [one] heraf én som oversættelse
   *[other] heraf { $count } som oversættelser
}
import-already = { $count ->
    [one] én var der i forvejen
   *[other] { $count } var der i forvejen
}
import-refused = { $count ->
    [one] én kunne ikke tages med
   *[other] { $count } kunne ikke tages med
}
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
import-id-in-use = Samme kilde har en anden række med det id. En import retter ikke noget, der er der
import-needs-area = Skriv med --area, hvilket område rækkerne hører til: Filen har ingen kolonne med det.
import-areas-are = Områderne er: { $names }
import-under-way = Den samme fil er ved at blive importeret et andet sted. Prøv igen om lidt; det, der er der, kommer ikke ind to gange.
