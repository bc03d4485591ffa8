// A call of Linux that Swift's module of the C library leaves out: syncfs(2).
extern int syncfs(int descriptor);
