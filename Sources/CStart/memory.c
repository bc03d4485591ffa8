#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

// What Swift's run-time system takes at most before the program's first line, in bytes of addresses.
static const size_t needed = 64 << 20;

// Ends the program with a word and status 2 where that much memory is not to be had: the run-time
// system would end it with a trap. Constructors with a number run before it.
__attribute__((constructor(101))) static void check_memory(int count, char **words) {
  void *memory = mmap(NULL, needed, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
  if (memory != MAP_FAILED) {
    munmap(memory, needed);
    return;
  }
  const char *message = "pysar: бракує пам’яті: збільшіть межу (ulimit -v)\n";
  for (int i = 1; i < count; i++) {
    const char *language = "uk";
    if (!strncmp(words[i], "--lang=", 7))
      language = words[i] + 7;
    else if (!strcmp(words[i], "--lang") && i + 1 < count)
      language = words[i + 1];
    if (!strcmp(language, "en"))
      message = "pysar: not enough memory: raise the limit (ulimit -v)\n";
  }
  ssize_t written = write(STDERR_FILENO, message, strlen(message));
  (void)written;
  _exit(2);
}
