### offer
