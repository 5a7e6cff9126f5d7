### practice_change
