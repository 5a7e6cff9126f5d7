likeness-title = Det har andre også fortalt om
likeness-while-writing = Skriv bare videre. Når du har sendt, kan du lægge din oplevelse til med ét tryk.
likeness-none-fits = Passer ingen af dem, skal du ikke gøre noget. Din oplevelse er kommet frem.
likeness-also = Det har jeg også set
likeness-draft = Ikke sendt endnu
likeness-words = Samme ord: { $words }
likeness-about = »{ $own }« og »{ $theirs }« handler om det samme
