// Stands between a program and the C library, for tests: writes down every call that changes files
// (SHIM_LOG=file), and refuses one call (SHIM_FAIL=number:error), or to remove any file aside
// (SHIM_KEEP=1). Only files below SHIM_BELOW count.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static pthread_mutex_t gate = PTHREAD_MUTEX_INITIALIZER;
static int log_file = -1, count = 0, fail_at = 0, fail_with = 0;
static char below[4096];

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

__attribute__((constructor)) static void begin(void) {
  const char *folder = getenv("SHIM_BELOW"), *log = getenv("SHIM_LOG"), *fail = getenv("SHIM_FAIL");
  if (folder) snprintf(below, sizeof below, "%s", folder);
  if (log) log_file = REAL(open)(log, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
  if (fail) sscanf(fail, "%d:%d", &fail_at, &fail_with);
}

// Says how many calls there were (SHIM_COUNT=file).
__attribute__((destructor)) static void end(void) {
  const char *name = getenv("SHIM_COUNT");
  FILE *file = name ? fopen(name, "w") : 0;
  if (!file) return;
  fprintf(file, "%d\n", count);
  fclose(file);
}

// The path of an open file; empty where it has none any longer, or lies elsewhere.
static void path_of(int file, char *path) {
  char link[64];
  snprintf(link, sizeof link, "/proc/self/fd/%d", file);
  ssize_t length = readlink(link, path, 4095);
  path[length > 0 ? length : 0] = 0;
  if (strstr(path, " (deleted)")) path[0] = 0;
}

static void path_at(int folder, const char *name, char *path) {
  if (name[0] == '/') { snprintf(path, 4096, "%s", name); return; }
  char base[4096];
  if (folder == AT_FDCWD) { if (!getcwd(base, sizeof base)) base[0] = 0; }
  else path_of(folder, base);
  snprintf(path, 4096, "%s/%s", base, name);
}

static int counts(const char *path) { return below[0] && strncmp(path, below, strlen(below)) == 0; }

// Whether this call is the one that is refused.
static int refused(const char *path) {
  if (!counts(path)) return 0;
  pthread_mutex_lock(&gate);
  int number = ++count;
  pthread_mutex_unlock(&gate);
  return number == fail_at;
}

static void note(const char *what, const char *path, const char *other, off_t offset,
                 const void *bytes, size_t size) {
  if (log_file < 0 || !counts(path)) return;
  char head[9000];
  pthread_mutex_lock(&gate);
  int length = snprintf(head, sizeof head, "%s\n%s\n%s\n%lld\n%zu\n", what, path, other,
                        (long long)offset, size);
  if (REAL(write)(log_file, head, length) < 0 || (size && REAL(write)(log_file, bytes, size) < 0)) abort();
  pthread_mutex_unlock(&gate);
}

#define REFUSE(path) if (refused(path)) { errno = fail_with; return -1; }

int openat(int folder, const char *name, int flags, ...) {
  mode_t mode = 0;
  if (flags & (O_CREAT | O_TMPFILE)) { va_list list; va_start(list, flags); mode = va_arg(list, mode_t); va_end(list); }
  char path[4096];
  path_at(folder, name, path);
  REFUSE(path)
  struct stat before;
  int was = fstatat(folder, name, &before, AT_SYMLINK_NOFOLLOW) == 0;
  int file = REAL(openat)(folder, name, flags, mode);
  if (file >= 0 && (flags & O_CREAT) && !was) note("create", path, "", 0, 0, 0);
  return file;
}
int open(const char *name, int flags, ...) {
  mode_t mode = 0;
  if (flags & (O_CREAT | O_TMPFILE)) { va_list list; va_start(list, flags); mode = va_arg(list, mode_t); va_end(list); }
  return openat(AT_FDCWD, name, flags, mode);
}
int open64(const char *name, int flags, ...) {
  mode_t mode = 0;
  if (flags & (O_CREAT | O_TMPFILE)) { va_list list; va_start(list, flags); mode = va_arg(list, mode_t); va_end(list); }
  return openat(AT_FDCWD, name, flags, mode);
}
ssize_t write(int file, const void *bytes, size_t size) {
  char path[4096];
  path_of(file, path);
  REFUSE(path)
  off_t offset = lseek(file, 0, SEEK_CUR);
  ssize_t written = REAL(write)(file, bytes, size);
  if (written > 0) note("write", path, "", offset, bytes, written);
  return written;
}
ssize_t pwrite(int file, const void *bytes, size_t size, off_t offset) {
  char path[4096];
  path_of(file, path);
  REFUSE(path)
  ssize_t written = REAL(pwrite)(file, bytes, size, offset);
  if (written > 0) note("write", path, "", offset, bytes, written);
  return written;
}
ssize_t pwrite64(int file, const void *bytes, size_t size, off_t offset) { return pwrite(file, bytes, size, offset); }
ssize_t read(int file, void *bytes, size_t size) {
  char path[4096];
  path_of(file, path);
  REFUSE(path)
  return REAL(read)(file, bytes, size);
}
ssize_t pread(int file, void *bytes, size_t size, off_t offset) {
  char path[4096];
  path_of(file, path);
  REFUSE(path)
  return REAL(pread)(file, bytes, size, offset);
}
ssize_t pread64(int file, void *bytes, size_t size, off_t offset) { return pread(file, bytes, size, offset); }
int ftruncate(int file, off_t size) {
  char path[4096];
  path_of(file, path);
  REFUSE(path)
  int result = REAL(ftruncate)(file, size);
  if (result == 0) note("truncate", path, "", size, 0, 0);
  return result;
}
int ftruncate64(int file, off_t size) { return ftruncate(file, size); }
int renameat(int from, const char *name, int to, const char *other) {
  char path[4096], target[4096];
  path_at(from, name, path);
  path_at(to, other, target);
  REFUSE(path)
  int result = REAL(renameat)(from, name, to, other);
  if (result == 0) note("rename", path, target, 0, 0, 0);
  return result;
}
int unlinkat(int folder, const char *name, int flags) {
  char path[4096];
  path_at(folder, name, path);
  REFUSE(path)
  if (counts(path) && getenv("SHIM_KEEP") && strstr(name, ".pysar-")) { errno = EIO; return -1; }
  int result = REAL(unlinkat)(folder, name, flags);
  if (result == 0) note("remove", path, "", 0, 0, 0);
  return result;
}
int unlink(const char *name) { return unlinkat(AT_FDCWD, name, 0); }
int mkdirat(int folder, const char *name, mode_t mode) {
  char path[4096];
  path_at(folder, name, path);
  REFUSE(path)
  int result = REAL(mkdirat)(folder, name, mode);
  if (result == 0) note("folder", path, "", 0, 0, 0);
  return result;
}
int mkdir(const char *name, mode_t mode) { return mkdirat(AT_FDCWD, name, mode); }
static int synced(const char *what, int (*real)(int), int file) {
  char path[4096];
  path_of(file, path);
  REFUSE(path)
  int result = real(file);
  if (result == 0) note(what, path, "", 0, 0, 0);
  return result;
}
int fsync(int file) { return synced("fsync", REAL(fsync), file); }
int fdatasync(int file) { return synced("fsync", REAL(fdatasync), file); }
int syncfs(int file) { return synced("syncfs", REAL(syncfs), file); }
