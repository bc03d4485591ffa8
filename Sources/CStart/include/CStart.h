// Nothing to call: what CStart does is done before the program's first line.
