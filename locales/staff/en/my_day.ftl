### my_day
