// SPDX-License-Identifier: MIT
// Reading many files: on all cores, what repeats once, and in order for whoever looks on.
#include "engine/input_error.hpp"
#include "engine/sources/apply.hpp"
#include "shapes/io/read.hpp"
#include "tools/areaclaim/load.hpp"
#include "tools/areaclaim/progress.hpp"
#include "tools/areaclaim/same_bytes.hpp"

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <exception>
#include <filesystem>
#include <mutex>
#include <thread>
#include <utility>

namespace areaclaim {
namespace {

using engine::ControlBoundary;

/// What one file gave: its maps, or why there are none.
struct OneFile {
    engine::SourceProfile profile;
    std::string note;
    std::vector<ControlBoundary> maps;
    std::exception_ptr error;
    bool ready = false;
};

/// Turns what was read of one file into what reading another with the same bytes would have given.
void call_it(const std::string& path, FoundFile& file) {
    shapes::FeatureCollection& contents = file.contents;
    if (contents.layer_is_file_name) {
        const std::string layer = std::filesystem::path(path).stem();
        for (shapes::Feature& feature : contents.features) {
            feature.layer = layer;
        }
    }
    for (std::string& warning : contents.warnings) {
        if (warning.starts_with(contents.path)) {
            warning.replace(0, contents.path.size(), path);
        }
    }
    file.path = contents.path = path;
}

class Loader {
  public:
    Loader(const std::vector<std::string>& paths, const MapOptions& options)
        : paths_(paths), options_(options), files_(paths.size()), repeats_(paths.size()) {
        // A layer that is asked for may be told by the file's name.
        const bool may_repeat = paths.size() > 1 && options.layer.empty();
        first_ = may_repeat ? first_with_same_bytes(paths) : std::vector<std::size_t>{};
        for (std::size_t i = 0; i < first_.size(); ++i) {
            if (first_[i] != i) {
                repeats_[first_[i]].push_back(i);
            }
        }
        const auto wanted = static_cast<std::size_t>(std::max(1, options.thread_count()));
        for (std::size_t t = 0; paths.size() > 1 && t < std::min(wanted, paths.size()); ++t) {
            threads_.emplace_back([this] { work(); });
        }
        if (threads_.empty()) {
            work();
        }
    }
    Loader(const Loader&) = delete;
    Loader& operator=(const Loader&) = delete;
    ~Loader() {
        next_ = paths_.size(); // nothing new is begun
        for (std::thread& thread : threads_) {
            thread.join();
        }
    }

    /// Waits for file i, which is then the caller's.
    OneFile take(std::size_t i) {
        std::unique_lock lock(mutex_);
        one_more_.wait(lock, [&] { return files_[i].ready; });
        return std::move(files_[i]);
    }

  private:
    void work() {
        for (std::size_t i = next_++; i < paths_.size(); i = next_++) {
            if (first_.empty() || first_[i] == i) {
                read(i);
            }
        }
    }

    /// A file and all that repeat it.
    void read(std::size_t i) {
        FoundFile file;
        OneFile first = guarded([&](OneFile& out) {
            file = find_file(paths_[i], options_);
            understand(file, nullptr, out);
        });
        std::vector<OneFile> repeats;
        for (const std::size_t r : repeats_[i]) {
            repeats.push_back(guarded([&](OneFile& out) {
                if (first.error) {
                    file = find_file(paths_[r], options_); // tells what is wrong under its own name
                    understand(file, nullptr, out);
                } else {
                    call_it(paths_[r], file);
                    understand(file, &first.maps, out);
                }
            }));
        }
        hand_over(i, std::move(first));
        for (std::size_t k = 0; k < repeats.size(); ++k) {
            hand_over(repeats_[i][k], std::move(repeats[k]));
        }
    }

    template<typename Make>
    static OneFile guarded(const Make& make) {
        OneFile out;
        try {
            make(out);
        } catch (...) {
            out.error = std::current_exception();
        }
        out.ready = true;
        return out;
    }

    void understand(const FoundFile& file, const std::vector<ControlBoundary>* same,
                    OneFile& out) const {
        out.profile = file.profile;
        out.note = file.note;
        out.maps = engine::apply(file.profile, file.contents, {options_.fill_rule(), "", same});
    }

    void hand_over(std::size_t i, OneFile file) {
        {
            const std::lock_guard lock(mutex_);
            files_[i] = std::move(file);
        }
        one_more_.notify_one();
    }

    const std::vector<std::string>& paths_;
    const MapOptions& options_;
    std::vector<OneFile> files_;
    std::vector<std::vector<std::size_t>> repeats_; ///< by file: later ones with the same bytes
    std::vector<std::size_t> first_;                ///< empty: no file is looked at for repeats
    std::atomic<std::size_t> next_ = 0;
    std::mutex mutex_;
    std::condition_variable one_more_;
    std::vector<std::thread> threads_; ///< last, as they use all the others
};

void warn_of(const ControlBoundary& map, const Console& console) {
    for (const std::string& warning : map.warnings) {
        const bool names_file = warning.starts_with(map.path());
        console.warn(names_file ? warning : map.path() + ": " + warning);
    }
}

/// Tells of a file that cannot be read; what is no such thing (out of memory) goes on being thrown.
void tell_of(const std::exception_ptr& error, const Console& console) {
    try {
        std::rethrow_exception(error);
    } catch (const shapes::ReadError& e) {
        console.error(e.what());
    } catch (const engine::InputError& e) {
        console.error(e.what());
    }
}

} // namespace

LoadedMaps load_maps(const std::vector<std::string>& paths, const MapOptions& options,
                     const Console& console) {
    Progress progress(console, "reading", paths.size());
    Loader loader(paths, options);
    LoadedMaps result;
    std::string last_note;
    for (std::size_t i = 0; i < paths.size(); ++i) {
        OneFile file = loader.take(i);
        if (file.error) {
            const bool last_hope = result.unread.size() + 1 == paths.size();
            if (options.strict || last_hope) {
                std::rethrow_exception(file.error);
            }
            tell_of(file.error, console);
            result.unread.push_back(paths[i]);
            progress.step();
            continue;
        }
        if (!file.note.empty() && file.note != last_note) { // once for a row of files of one kind
            console.note(paths[i] + ": " + file.note);
            last_note = file.note;
        }
        const bool is_first = i == result.unread.size();
        if (is_first) {
            result.profile = std::move(file.profile);
        }
        for (ControlBoundary& map : file.maps) {
            warn_of(map, console);
            result.maps.push_back(std::move(map));
        }
        progress.step();
    }
    return result;
}

} // namespace areaclaim
