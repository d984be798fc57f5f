plot(1)
