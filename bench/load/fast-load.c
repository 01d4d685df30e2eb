/*
 * The load as a program that costs next to nothing beside what it measures:
 * fast-load PORT SECONDS CONNECTIONS, the request on the standard input. Where
 * the bytes 1 to 4 stand in it come a new event id, a new number, one browser
 * of many, and epoch milliseconds, each as wide as its text in fast-load.ts.
 * Prints what load.ts prints.
 */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <netinet/tcp.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/resource.h>
#include <time.h>
#include <unistd.h>

enum { most_requests = 4000000, most_text = 1 << 16, most_answer = 1 << 21 };

struct connection {
  int socket;
  double sent_at;
  size_t held, size;
  char *answer;
};

static char template[most_text], text[most_text], run[5], first_body[501];
static size_t template_length, requests;
static uint64_t count, chance = 0x9e3779b97f4a7c15;
static float *latencies;
static unsigned statuses[1000];

static void fail(const char *what) {
  fprintf(stderr, "%s: %s\n", what, strerror(errno));
  exit(1);
}

static double seconds_of(clockid_t clock) {
  struct timespec now;
  clock_gettime(clock, &now);
  return now.tv_sec + now.tv_nsec / 1e9;
}

static char *in_base36(char *to, uint64_t number, int width) {
  for (int i = width - 1; i >= 0; i--, number /= 36)
    to[i] = "0123456789abcdefghijklmnopqrstuvwxyz"[number % 36];
  return to + width;
}

static uint64_t by_chance(uint64_t below) {
  chance ^= chance << 13;
  chance ^= chance >> 7;
  chance ^= chance << 17;
  return chance % below;
}

static size_t next_request(void) {
  uint64_t now = (uint64_t)(seconds_of(CLOCK_REALTIME) * 1000);
  char *to = text;
  for (size_t i = 0; i < template_length; i++) {
    switch (template[i]) {
    case 1:
      to = in_base36(to, now, 9);
      memcpy(to, run, 4);
      to = in_base36(to + 4, count++, 8);
      break;
    case 2:
      memcpy(to, run, 4);
      to = in_base36(to + 4, count++, 8);
      break;
    case 3:
      to += sprintf(to, "%022llu", (unsigned long long)by_chance(10000000019));
      break;
    case 4:
      to += sprintf(to, "%013llu", (unsigned long long)now);
      break;
    default:
      *to++ = template[i];
    }
  }
  return to - text;
}

static void send_next(struct connection *one) {
  size_t length = next_request();
  one->sent_at = seconds_of(CLOCK_MONOTONIC);
  if (write(one->socket, text, length) != (ssize_t)length)
    fail("Expected a request to be taken at once");
}

static void open_connection(struct connection *one, int port) {
  struct sockaddr_in to = {.sin_family = AF_INET, .sin_port = htons(port)};
  int yes = 1;
  to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  one->socket = socket(AF_INET, SOCK_STREAM, 0);
  if (one->socket < 0 || connect(one->socket, (struct sockaddr *)&to, sizeof to))
    fail("Could not connect");
  setsockopt(one->socket, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
  fcntl(one->socket, F_SETFL, O_NONBLOCK);
  one->size = 1 << 14;
  one->answer = malloc(one->size + 1);
}

/* One request is under way, so an answer ends where its length says. */
static char *body_if_complete(struct connection *one) {
  one->answer[one->held] = 0;
  char *end = memmem(one->answer, one->held, "\r\n\r\n", 4);
  if (!end) return NULL;
  char *body = end + 4;
  size_t length = one->answer + one->held - body;
  *end = 0;
  char *declared = strcasestr(one->answer, "\r\ncontent-length:");
  int is_chunked = strcasestr(one->answer, "\r\ntransfer-encoding: chunked") != NULL;
  *end = '\r';
  if (declared) return length >= strtoul(declared + 17, NULL, 10) ? body : NULL;
  if (!is_chunked) return body;
  return length >= 5 && !memcmp(body + length - 5, "0\r\n\r\n", 5) ? body : NULL;
}

/* Answers whether the connection is to go on. */
static int receive(struct connection *one, double ends_at, size_t open) {
  if (one->size - one->held < 4096 && one->size < most_answer)
    one->answer = realloc(one->answer, (one->size *= 2) + 1);
  ssize_t got = read(one->socket, one->answer + one->held, one->size - one->held);
  if (got < 0 && (errno == EAGAIN || errno == EINTR)) return 1;
  if (got <= 0) fail("Expected an answer");
  one->held += got;
  char *body = body_if_complete(one);
  if (!body) return 1;
  double now = seconds_of(CLOCK_MONOTONIC);
  latencies[requests++] = (now - one->sent_at) * 1000;
  statuses[atoi(one->answer + 9) % 1000]++;
  if (!first_body[0]) snprintf(first_body, sizeof first_body, "%s", body);
  one->held = 0;
  if (now >= ends_at || requests + open > most_requests) return 0;
  send_next(one);
  return 1;
}

static int by_size(const void *a, const void *b) {
  float x = *(const float *)a, y = *(const float *)b;
  return (x > y) - (x < y);
}

static void print_result(double elapsed) {
  struct rusage used;
  getrusage(RUSAGE_SELF, &used);
  double cpu = used.ru_utime.tv_sec + used.ru_stime.tv_sec +
               (used.ru_utime.tv_usec + used.ru_stime.tv_usec) / 1e6;
  qsort(latencies, requests, sizeof *latencies, by_size);
  printf("{\"requests\":%zu,\"perSecond\":%f,\"p50Ms\":%f,\"p99Ms\":%f,\"longestMs\":%f,\"cpuShare\":%f,\"statuses\":{",
         requests, requests / elapsed, latencies[requests / 2],
         latencies[(size_t)(requests * 0.99)], latencies[requests - 1], cpu / elapsed);
  const char *comma = "";
  for (int status = 0; status < 1000; status++)
    if (statuses[status]) {
      printf("%s\"%03d\":%u", comma, status, statuses[status]);
      comma = ",";
    }
  printf("},\"firstBody\":\"");
  for (char *c = first_body; *c; c++)
    printf((unsigned char)*c < 32 || *c == '"' || *c == '\\' || *c < 0 ? "\\u%04x" : "%c", (unsigned char)*c);
  printf("\"}\n");
}

int main(int _, char **words) {
  int port = atoi(words[1]), connections = atoi(words[3]), poll = epoll_create1(0);
  struct connection *all = calloc(connections, sizeof *all);
  struct epoll_event events[256];
  size_t open = connections;
  template_length = fread(template, 1, sizeof template, stdin);
  latencies = malloc(most_requests * sizeof *latencies);
  in_base36(run, getpid(), 4);
  chance += getpid();
  for (int i = 0; i < connections; i++) {
    struct epoll_event in = {.events = EPOLLIN, .data.ptr = &all[i]};
    open_connection(&all[i], port);
    epoll_ctl(poll, EPOLL_CTL_ADD, all[i].socket, &in);
  }
  double started_at = seconds_of(CLOCK_MONOTONIC);
  double ends_at = started_at + atof(words[2]);
  for (int i = 0; i < connections; i++) send_next(&all[i]);
  while (open) {
    int ready = epoll_wait(poll, events, 256, 30000);
    if (ready == 0) fail("No answer in 30 s");
    for (int i = 0; i < ready; i++) {
      struct connection *one = events[i].data.ptr;
      if (receive(one, ends_at, open)) continue;
      close(one->socket);
      open--;
    }
  }
  print_result(seconds_of(CLOCK_MONOTONIC) - started_at);
}
