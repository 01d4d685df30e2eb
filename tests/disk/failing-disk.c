/*
 * Stands between a process and its disk, for files whose path holds DISK_MATCH (shared memory aside).
 * The first byte of the file DISK_CONTROL says what goes wrong just now:
 *   f  the disk is full (ENOSPC)      e  fsync fails (EIO)      r  it is read-only (EROFS)
 * Where DISK_JOURNAL is set, every change and every sync is noted there, in order: by it the test
 * knows what a disk would hold whose power fails, since only what was synced must have reached it.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

enum { WRITTEN = 1, TRUNCATED = 2, SYNCED = 3, REMOVED = 4 };

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

static int is_ours(const char *path) {
  const char *match = getenv("DISK_MATCH");
  return match && strstr(path, match) && !strstr(path, "-shm");
}

static int path_of(int fd, char *path, size_t size) {
  char link[40];
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t length = readlink(link, path, size - 1);
  if (length < 0) return 0;
  path[length] = 0;
  return is_ours(path);
}

static char mode(void) {
  const char *control = getenv("DISK_CONTROL");
  if (!control) return 0;
  char now = 0;
  int fd = syscall(SYS_openat, AT_FDCWD, control, O_RDONLY);
  if (fd < 0) return 0;
  if (syscall(SYS_read, fd, &now, 1) != 1) now = 0;
  syscall(SYS_close, fd);
  return now;
}

static void note(uint32_t kind, const char *path, uint64_t at, const void *data, uint32_t length) {
  const char *journal = getenv("DISK_JOURNAL");
  if (!journal) return;
  static int fd = -1;
  pthread_mutex_lock(&lock);
  if (fd < 0) fd = syscall(SYS_openat, AT_FDCWD, journal, O_WRONLY | O_CREAT | O_APPEND, 0600);
  uint32_t head[6] = {kind, (uint32_t)strlen(path), length, 0, (uint32_t)at, (uint32_t)(at >> 32)};
  struct iovec parts[3] = {{head, sizeof head}, {(void *)path, head[1]}, {(void *)data, length}};
  syscall(SYS_writev, fd, parts, data ? 3 : 2);
  pthread_mutex_unlock(&lock);
}

static int refuses_writes(void) {
  char now = mode();
  if (now == 'f') errno = ENOSPC;
  else if (now == 'r') errno = EROFS;
  else return 0;
  return 1;
}

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

ssize_t pwrite64(int fd, const void *data, size_t length, off64_t at) {
  char path[4096];
  int ours = path_of(fd, path, sizeof path);
  if (ours && refuses_writes()) return -1;
  ssize_t done = REAL(pwrite64)(fd, data, length, at);
  if (ours && done > 0) note(WRITTEN, path, at, data, done);
  return done;
}
ssize_t pwrite(int fd, const void *data, size_t length, off_t at) { return pwrite64(fd, data, length, at); }

ssize_t write(int fd, const void *data, size_t length) {
  char path[4096];
  if (!path_of(fd, path, sizeof path)) return REAL(write)(fd, data, length);
  if (refuses_writes()) return -1;
  off_t at = lseek(fd, 0, SEEK_CUR);
  ssize_t done = REAL(write)(fd, data, length);
  if (done > 0) note(WRITTEN, path, at, data, done);
  return done;
}

int ftruncate64(int fd, off64_t length) {
  char path[4096];
  int ours = path_of(fd, path, sizeof path);
  if (ours && refuses_writes()) return -1;
  int failed = REAL(ftruncate64)(fd, length);
  if (ours && !failed) note(TRUNCATED, path, length, 0, 0);
  return failed;
}
int ftruncate(int fd, off_t length) { return ftruncate64(fd, length); }

static int synced(int fd, int (*real)(int)) {
  char path[4096];
  int ours = path_of(fd, path, sizeof path);
  while (ours && mode() == 'h') usleep(20000);
  if (ours && mode() == 'e') {
    errno = EIO;
    return -1;
  }
  int failed = real(fd);
  if (ours && !failed) note(SYNCED, path, 0, 0, 0);
  return failed;
}
int fsync(int fd) { return synced(fd, REAL(fsync)); }
int fdatasync(int fd) { return synced(fd, REAL(fdatasync)); }

int unlink(const char *path) {
  int failed = REAL(unlink)(path);
  if (!failed && is_ours(path)) note(REMOVED, path, 0, 0, 0);
  return failed;
}

static int opened(const char *path, int flags, mode_t rights, int (*real)(const char *, int, ...)) {
  if ((flags & (O_WRONLY | O_RDWR)) && is_ours(path) && mode() == 'r') {
    errno = EROFS;
    return -1;
  }
  return real(path, flags, rights);
}
int open64(const char *path, int flags, ...) {
  va_list rest;
  va_start(rest, flags);
  mode_t rights = va_arg(rest, mode_t);
  va_end(rest);
  return opened(path, flags, rights, REAL(open64));
}
int open(const char *path, int flags, ...) {
  va_list rest;
  va_start(rest, flags);
  mode_t rights = va_arg(rest, mode_t);
  va_end(rest);
  return opened(path, flags, rights, REAL(open));
}
