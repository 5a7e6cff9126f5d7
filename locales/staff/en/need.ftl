### need
