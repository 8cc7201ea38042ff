// This finds what a convention replaces.
#include "eta/run/differences.hpp"

#include "eta/language/arguments.hpp"
#include "eta/language/parse.hpp"
#include "eta/run/keys.hpp"
#include "eta/run/kinds.hpp"
#include "eta/run/lookup.hpp"
#include "eta/schedule/aliases.hpp"

namespace eta {
namespace {

class Finder {
public:
    Finder(const Items& items, std::size_t racer, Defaults defaults) : items_(items), racer_(racer), defaults_(defaults) {}

    std::vector<Difference> all() {
        if (defaults_.empty()) return {};
        for (const Key& key : run_keys) plain(key);
        for (const std::string_view key : {"opt", "init", "clip", "schedule"}) value(key, table_of(find_key(key)->kind));
        return std::move(found_);
    }

private:
    void plain(const Key& key) {
        const Item here = item_of(items_, key.key, racer_, defaults_);
        if (here.to > 0 || here.value == key.initial || item_of(items_, key.key, racer_).value != key.initial) return;
        for (const DefaultOverride& row : defaults_)
            if (row.param == key.key && row.initial == here.value) {
                found_.push_back({std::string(key.key), "", key.key, row.initial, key.initial});
                return;
            }
    }

    // Goes through every call in the key's value: the thing itself, and the schedules inside.
    void value(std::string_view key, Entries table) {
        Problems none;
        const Tree written = parse(item_of(items_, key, racer_, defaults_).value, none);
        const Tree tree = expand_aliases(written, {}, none).value_or(Tree{});
        for (std::size_t i = 0; i < tree.nodes.size(); ++i) {
            if (tree[i].op != Op::name && tree[i].op != Op::call) continue;
            const Entry* entry = table.find(tree[i].text);
            if (!entry) entry = find(schedules, tree[i].text);
            if (entry) call(key, tree, i, *entry);
        }
    }

    void call(std::string_view key, const Tree& tree, std::size_t i, const Entry& entry) {
        Problems none;
        const auto written = match(tree, i, entry, key, none);
        for (std::size_t p = 0; written && p < entry.params.size(); ++p) {
            const Param& param = entry.params[p];
            const std::string_view here = with_default(entry, param, defaults_).initial;
            if ((*written)[p].empty() && here != param.initial)
                found_.push_back({std::string(key), entry.words.key, param.key, here, param.initial});
        }
    }

    const Items& items_;
    std::size_t racer_;
    Defaults defaults_;
    std::vector<Difference> found_;
};

}  // namespace

std::vector<Difference> differences(const Items& items, std::size_t racer, Defaults defaults) {
    return Finder(items, racer, defaults).all();
}

}  // namespace eta
