product = Samskab
promise = ካብ ተመኩሮ ናብ ሓገዝ
skip-to-content = ናብቲ ትሕዝቶ ኪዱ
main-menu = ቀንዲ ዝርዝር
menu-more = ተወሳኺ
sign-in = እተዉ
sign-out = ውጹ
sign-out-everywhere = ካብ ኩሉ መሳርሒታት ውጹ
act-as = ኣባልነት ቀይሩ
demo-note = ከምዚ ዝበለ ኮሙነ የለን። ኣብዚ ዘሎ ኩሉ ፈጠራ እዩ።
footer-about = Samskab እቲ ወለንተኛታትን ሰራሕተኛታትን ዘጋጠሞም ይእክብ፣ እንታይ ከም ዝሰዓበ ድማ የርኢ።
footer-source = ኮድ ናይዚ ፕሮግራም ነጻ እዩ (MPL-2.0)

error-summary = { $count ->
    [one] ደጊምኩም እትርእይዎ ሓደ ነገር ኣሎ
   *[other] ደጊምኩም እትርእይዎ { $count } ነገራት ኣሎ
}
error-nothing-lost = ዝጸሓፍኩሞ ኩሉ ኣብዚ ኣሎ።
optional = ክትሓልፍዎ ትኽእሉ
choose = ምረጹ
no = ኣይፋልን
save = ዓቅቡ
back = ተመለሱ
edit = ኣዐርዩ
more-fields = እንተ ደሊኹም ተወሳኺ ንገሩ
filter = ኣርእዩ
filter-open = እንታይ ክትርእዩ ከም እትደልዩ ምረጹ
filter-all = ኩሉ
search = ድለዩ
paging = ገጻት
paging-next = ዝቕጽል
paging-first = ናብ መጀመርታ
count-left-template = ዝተረፈ ፊደላት፦ {"{n}"}
print = ሕተሙ
draft-restored = እዚ ክትጽሕፍዎ ዝጀመርኩም እዩ። ኣብ ናይ ገዛእ ርእስኹም ተሌፎን ወይ ኮምፒዩተር ተዓቂቡ ጸኒሑ።

forbidden-title = እዚ ገጽ ንዓኹም ኣይኮነን
forbidden-text = ኣባልነትኩም ናብዚ ገጽ ክትኣትዉ ኣየፍቅደልኩምን። ብዙሕ ኣባልነት እንተ ኣለኩም፣ ኣብ ላዕለዋይ ክፋል ናይቲ ገጽ ክትቅይርዎ ትኽእሉ።
missing-title = ከምዚ ዝበለ ገጽ የለን
missing-text = ምናልባት ተዛዊሩ ወይ ተኣልዩ ይኸውን። ወይ እቲ ኣድራሻ ብጌጋ ተጻሒፉ ይኸውን።
wrong-way-title = ኣብዚ ገጽ የለን
wrong-way-text = እዚ ኣድራሻ በዚ መንገዲ ክትጥቀሙሉ ኣይከኣልን። ናብ ዝነበረ ገጽ ተመለሱ፣ ወይ እንደገና ጀምሩ።
gone-title = እዚ መላግቦ ድሕሪ ሕጂ ኣይሰርሕን
gone-text = ሓደ መላግቦ ሓንሳብ ጥራይን ንሓጺር ግዜን እዩ ዝሰርሕ። ንምቕጻል ሓድሽ ሕተቱ።
gone-again = ሓድሽ መላግቦ ርኸቡ
failed-title = ኣብ ወገንና ጸገም ኣጋጢሙ
failed-text = ናትኩም ጌጋ ኣይኮነን። ድሕሪ ቁሩብ ደጊምኩም ፈትኑ። ቅድም ዝተዓቀበ ኣሎ።
foreign-title = እዚ ክንቅበሎ ኣይከኣልናን
foreign-text = እቲ ቅጥዒ ካብ ካልእ ዌብሳይት እዩ መጺኡ። ነቲ ገጽ ኣብዚ ኣባና ኽፈትዎ እሞ ደጊምኩም ፈትኑ።
too-large-title = እዚ ንሓደ ግዜ ብዙሕ እዩ
too-large-text = እቲ ቅጥዒ ካብቲ ክንቅበሎ እንኽእል ይዓቢ። ኣሕጽር ኣቢልኩም ጽሓፉ እሞ ደጊምኩም ፈትኑ።
too-many-title = ቁሩብ ተጸበዩ
too-many-text = ኣብ ሓጺር ግዜ ካብዚ ብዙሕ ተሰዲዱ። ድሕሪ ሓንቲ ደቒቕ ደጊምኩም ፈትኑ።
unreadable-title = እዚ ከነንብቦ ኣይከኣልናን
unreadable-text = እቲ ቅጥዒ ምሉእ ኮይኑ ኣይበጽሓናን። ተመለሱ እሞ ደጊምኩም ፈትኑ።
go-home = ናብ ቀዳማይ ገጽ

# The names used in Eritrea for the months of the European calendar.
month = { $number ->
    [1] ጥሪ
    [2] ለካቲት
    [3] መጋቢት
    [4] ሚያዝያ
    [5] ግንቦት
    [6] ሰነ
    [7] ሓምለ
    [8] ነሓሰ
    [9] መስከረም
    [10] ጥቅምቲ
    [11] ሕዳር
   *[12] ታሕሳስ
}
month-alone = { $number ->
    [1] ጥሪ
    [2] ለካቲት
    [3] መጋቢት
    [4] ሚያዝያ
    [5] ግንቦት
    [6] ሰነ
    [7] ሓምለ
    [8] ነሓሰ
    [9] መስከረም
    [10] ጥቅምቲ
    [11] ሕዳር
   *[12] ታሕሳስ
}
weekday = { $number ->
    [1] ሰኑይ
    [2] ሰሉስ
    [3] ረቡዕ
    [4] ሓሙስ
    [5] ዓርቢ
    [6] ቀዳም
   *[7] ሰንበት
}
date = { $day } { $month } { NUMBER($year, useGrouping: "false") }
date-this-year = { $day } { $month }
date-and-time = { $date } ሰዓት { $time }
# As clocks in Denmark say it, from midnight; many count from six in the morning. A native reader should say how to tell.
time-of-day = { $hour }:{ $minute }
today = ሎሚ
yesterday = ትማሊ
tomorrow = ጽባሕ
in-month = { $month } { NUMBER($year, useGrouping: "false") }

why-missing = እዚ ይጐድል
why-too-long = እንተ በዝሐ { $max } ፊደላት
why-too-short = እንተ ወሓደ { $min } ፊደላት
why-unknown = እዚ ኣብዚ ክምረጽ ኣይከኣልን
why-unreadable = ኣብዚ ከነርእዮ ዘይንኽእል ምልክታት ኣሎ። ደጊምኩም ጽሓፍዎ
why-cpr = ቁጽሪ CPR ደምስሱ፣ ሽዑ ክንሰዶ ንኽእል
why-personal-phone = ኣብዚ ቁጽሪ ተሌፎን ይህሉ ይኸውን። ብዘይ ብእኡ ጽሓፉ፣ ወይ ዝልለ ሰብ ከም ዘየለ ግለጹ
why-personal-email = ኣብዚ ኢመይል ይህሉ ይኸውን። ብዘይ ብእኡ ጽሓፉ፣ ወይ ዝልለ ሰብ ከም ዘየለ ግለጹ
why-personal-address = እዚ ኣድራሻ ይኸውን። ንኣብነት «ኣብ ቀረባ» ኢልኩም ጽሓፉ፣ ወይ ዝልለ ሰብ ከም ዘየለ ግለጹ
why-personal-handle = እዚ ስም ተጠቃሚ ይኸውን። ግደፍዎ፣ ወይ ዝልለ ሰብ ከም ዘየለ ግለጹ
why-personal-name = እዚ ስም ይኸውን። ንኣብነት «ሓደ ጐረቤት» ኢልኩም ጽሓፉ፣ ወይ ስም ሰብ ከም ዘይኮነ ግለጹ
why-not-a-date = ዕለት ከምዚ ጽሓፉ፦ መዓልቲ፣ ወርሒ፣ ዓመት
why-date-out-of-range = እዚ ዕለት ኣብዚ ቅኑዕ ክኸውን ኣይክእልን
why-not-an-email = ኢመይል ጽሓፉ፣ ንኣብነት name@example.com
why-not-a-phone = ቁጽሪ ተሌፎን ጽሓፉ፣ ንኣብነት 70 12 34 56
why-not-a-cvr = ቁጽሪ CVR ሸሞንተ ኣሃዛት ኣለዎ። ርኣይዎ፣ ወይ ባዶ ግደፍዎ
why-not-a-postcode = ናይ ፖስታ ቁጽሪ ኣርባዕተ ኣሃዛት ኣለዎ፣ ንኣብነት 9000
why-not-a-kle = ቁጽሪ KLE ክልተ፣ ኣርባዕተ ወይ ሽዱሽተ ኣሃዛት ምስ ነጥቢ ኣብ መንጎኦም ኣለዎ፣ ንኣብነት 27.36.04
why-not-a-url = ምሉእ ኣድራሻ ጽሓፉ፣ ንኣብነት https://example.com
why-not-a-time = ሰዓት ጽሓፉ፣ ንኣብነት 16:30
why-not-a-colour = ሕብሪ ብ # ከምኡ'ውን ሽዱሽተ ፊደላት ጽሓፉ፣ ንኣብነት #0b5c6b
why-too-pale = እቲ ሕብሪ ንጻዕዳ ጽሑፍ ኣዝዩ ብሩህ እዩ። ዝጸልመተ ምረጹ
why-writing-as = ሕጂ ከም { $name }፣ { $organisation } ኢኹም ትጽሕፉ ዘለኹም። ቅኑዕ እንተ ዀይኑ ደጊምኩም ስደዱ።
why-taken = ካልእ ሰብ ሒዝዎ ኣሎ
why-not-in-range = ካብ { $min } ክሳብ { $max } ዘሎ ቁጽሪ ጽሓፉ
why-needs-both-sectors = ካብ ኮሙነን ካብ ወለንተኛታትን ሰብ ክህሉ ኣለዎ
why-needs-observation = እንተ ወሓደ ሓደ ተመኩሮ ክስከሞ ኣለዎ
why-names-nothing = ነቲ ዝነገረ ሰብ እንታይ ማለት እዩ? እንታይ ከም ዝቕየር፣ ንመንን መዓስን ጽሓፉ
why-changed-meanwhile = ክሳብ ሽዑ ካልእ ሰብ ቀይርዎ። ቅድም ሕጂ ዘሎ ጽሑፍ ርኣዩ። ደጊምኩም እንተ ዓቂብኩም፣ እቲ ኣብዚ ዝጸሓፍኩሞ ክተክኦ እዩ
offline-title = ሕጂ ኢንተርነት የብልኩምን
offline-text = ኢንተርነት ምስ ተመልሰ እቲ ገጽ ክርአ እዩ። ክሳብ ሽዑ ገለ ነገር ክትነግሩ ትኽእሉ ኢኹም።
offline-tell = ዘጋጠመኩም ንገሩ
