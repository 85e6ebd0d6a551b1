// SPDX-License-Identifier: MIT
#include "benchmarks/worker.hpp"

#include "shapes/memory/huge_pages.hpp"
#include "shapes/memory/keep_freed.hpp"

#include <array>
#include <chrono>
#include <cmath>
#include <csignal>
#include <cstring>
#include <ctime>
#include <poll.h>
#include <stdexcept>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace bench {
namespace {

/// A peer that asks for more than this on our cases is running away.
constexpr rlim_t kMemoryLimitBytes = rlim_t{12} << 30U;

struct Request {
    enum class Kind { turn, change } kind;
    double seconds;
};

/// Head of an answer: `count` doubles follow, or `count` characters of an error.
struct Head {
    bool failed;
    std::size_t count;
};

void write_all(int file, const void* from, std::size_t size) {
    const char* at = static_cast<const char*>(from);
    while (size > 0) {
        const ssize_t done = write(file, at, size);
        if (done <= 0) {
            _exit(1); // the parent is gone
        }
        at += done;
        size -= static_cast<std::size_t>(done);
    }
}

void reply(int file, const std::vector<double>& values) {
    const Head head{false, values.size()};
    write_all(file, &head, sizeof head);
    write_all(file, values.data(), values.size() * sizeof(double));
}

void reply_error(int file, const std::string& text) {
    const Head head{true, text.size()};
    write_all(file, &head, sizeof head);
    write_all(file, text.data(), text.size());
}

/// Seconds of processor time of this process. A shared machine takes the processor away in the
/// middle of a run; that is no property of the operation.
double processor_seconds() {
    timespec time{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) + 1e-9 * static_cast<double>(time.tv_nsec);
}

std::vector<double> run_turn(Op& op, double seconds) {
    constexpr std::size_t most_runs = 20'000;
    std::vector<double> times;
    const double end = now() + seconds;
    double area = 0;
    do {
        const double start = processor_seconds();
        op.run();
        const double ran = processor_seconds();
        area += op.planar_area();
        times.push_back(ran - start);
        times.push_back(processor_seconds() - start);
    } while (now() < end && times.size() < 2 * most_runs);
    if (std::isnan(area)) {
        throw std::runtime_error("the area of the result is not a number");
    }
    return times;
}

std::vector<double> run_change(Op& op) {
    const std::optional<Change> change = op.change();
    return change ? std::vector<double>{change->lost_km2, change->gained_km2}
                  : std::vector<double>{};
}

/// The life of a child: prepares, then serves requests until the parent closes its end.
void serve(const MakeOp& make, int requests, int answers) {
    shapes::keep_freed_memory(); // as the program does; for peers alike
    const shapes::HeapInHugePages heap;
    try {
        const std::unique_ptr<Op> op = make();
        reply(answers, {});
        Request request{};
        while (read(requests, &request, sizeof request) == sizeof request) {
            reply(answers, request.kind == Request::Kind::turn ? run_turn(*op, request.seconds)
                                                               : run_change(*op));
        }
    } catch (const std::exception& e) {
        reply_error(answers, e.what());
    } catch (...) {
        reply_error(answers, "an exception of an unknown type");
    }
}

std::string seconds_text(double seconds) {
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%g s", seconds);
    return text.data();
}

} // namespace

double now() {
    return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch())
        .count();
}

Worker::Worker(MakeOp make, double limit_seconds) : limit_seconds_(limit_seconds) {
    std::array<int, 2> requests{};
    std::array<int, 2> answers{};
    if (pipe(requests.data()) != 0 || pipe(answers.data()) != 0) {
        throw std::runtime_error("no pipe for a worker");
    }
    child_ = fork();
    if (child_ < 0) {
        throw std::runtime_error("no process for a worker");
    }
    if (child_ == 0) {
        prctl(PR_SET_PDEATHSIG, SIGKILL);
        const rlimit limit{kMemoryLimitBytes, kMemoryLimitBytes};
        setrlimit(RLIMIT_AS, &limit);
        close(requests[1]);
        close(answers[0]);
        serve(make, requests[0], answers[1]);
        _exit(0);
    }
    close(requests[0]);
    close(answers[1]);
    to_child_ = requests[1];
    from_child_ = answers[0];
    std::vector<double> ready;
    answer(limit_seconds_, ready);
}

Worker::~Worker() {
    if (child_ > 0) {
        kill(child_, SIGKILL);
        waitpid(child_, nullptr, 0);
    }
    close(to_child_);
    close(from_child_);
}

void Worker::turn(double seconds) {
    if (!error_.empty()) {
        return;
    }
    const Request request{Request::Kind::turn, seconds};
    write_all(to_child_, &request, sizeof request);
    std::vector<double> times;
    if (answer(limit_seconds_ + seconds, times)) {
        for (std::size_t i = 0; i + 1 < times.size(); i += 2) {
            timings_.push_back({times[i], times[i + 1]});
        }
    }
}

std::optional<Change> Worker::change() {
    if (!error_.empty()) {
        return std::nullopt;
    }
    const Request request{Request::Kind::change, 0};
    write_all(to_child_, &request, sizeof request);
    std::vector<double> values;
    if (!answer(3 * limit_seconds_, values) || values.size() != 2) {
        return std::nullopt;
    }
    return Change{values[0], values[1]};
}

bool Worker::answer(double limit_seconds, std::vector<double>& values) {
    const double deadline = now() + limit_seconds;
    Head head{};
    if (!read_exactly(&head, sizeof head, deadline)) {
        return false;
    }
    if (head.failed) {
        std::string text(head.count, '\0');
        read_exactly(text.data(), text.size(), deadline);
        fail(text);
        return false;
    }
    values.resize(head.count);
    return read_exactly(values.data(), head.count * sizeof(double), deadline);
}

bool Worker::read_exactly(void* to, std::size_t size, double deadline) {
    char* at = static_cast<char*>(to);
    while (size > 0) {
        const double left = deadline - now();
        pollfd wait{from_child_, POLLIN, 0};
        if (left <= 0 || poll(&wait, 1, static_cast<int>(std::ceil(left * 1e3))) == 0) {
            fail("no answer within " + seconds_text(limit_seconds_));
            return false;
        }
        const ssize_t done = read(from_child_, at, size);
        if (done <= 0) {
            int status = 0;
            waitpid(child_, &status, 0);
            child_ = -1;
            fail(WIFSIGNALED(status)
                     ? std::string("crashed: ") + strsignal(WTERMSIG(status))
                     : "ended by itself with status " + std::to_string(WEXITSTATUS(status)));
            return false;
        }
        at += done;
        size -= static_cast<std::size_t>(done);
    }
    return true;
}

void Worker::fail(const std::string& why) {
    error_ = why;
    if (child_ > 0) {
        kill(child_, SIGKILL);
        waitpid(child_, nullptr, 0);
        child_ = -1;
    }
}

} // namespace bench
