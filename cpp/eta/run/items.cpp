// The text becomes items.
#include "eta/run/items.hpp"

#include <algorithm>

#include "eta/language/tokens.hpp"
#include "eta/run/keys.hpp"
#include "eta/run/label.hpp"
#include "eta/run/presets.hpp"

namespace eta {
namespace {

// Returns the length of `key=` at the start of `text`, without the sign: 0 if there is none. Dots and digits may follow, as in
// schedule.2.
std::size_t key_length(std::string_view text) {
    std::size_t end = 0;
    while (end < text.size() && (is_name_part(text[end]) || (end > 0 && text[end] == '.'))) ++end;
    const bool starts = end > 0 && is_name_start(text[0]);
    return starts && text.substr(end, 1) == "=" ? end : 0;
}

// Finds where the value that begins at `at` ends: before white space followed by key= at bracket depth 0.
std::size_t value_end(std::string_view text, std::size_t at) {
    int depth = 0;
    std::size_t end = at;
    for (std::size_t i = at; i < text.size(); ++i) {
        if (is_space(text[i])) {
            if (depth <= 0 && i + 1 < text.size() && key_length(text.substr(i + 1)) > 0) return end;
            continue;
        }
        depth += text[i] == '(' ? 1 : text[i] == ')' ? -1 : 0;
        end = i + 1;
    }
    return end;
}

// Finds where the value of `item` ends, and whether there is one: it may begin after spaces, but `a= b=1` has none.
void find_value(std::string_view text, Item& item) {
    std::size_t first = item.value_from;
    while (first < text.size() && is_space(text[first])) ++first;
    item.to = item.value_from;
    if (first >= text.size() || key_length(text.substr(first)) > 0) return;
    item.value_from = first;
    item.to = value_end(text, first);
    if (item.key != "label" || text[first] != '"') return;
    // A JSON string may have anything in it; what only begins with a quotation mark ends as plain words do.
    const std::size_t quoted = json_string_end(text, first);
    if (quoted != std::string_view::npos && value_end(text, quoted) == quoted) item.to = quoted;
}

// The same of an item that ends at `end`, whatever is in it.
void find_whole_value(std::string_view text, std::size_t end, Item& item) {
    while (end > item.value_from && is_space(text[end - 1])) --end;
    while (item.value_from < end && is_space(text[item.value_from])) ++item.value_from;
    item.to = end;
}

bool one_for_all(const std::string& key) { return find_key(key)->reach == Reach::everywhere; }

std::string known_keys() {
    std::string list = "preset";
    for (const Key& each : run_keys) list += ", " + std::string(each.key);
    return list;
}

bool layer_key(std::string_view key) {
    return key.starts_with("schedule.") && key.size() > 9 && key.size() < 13 && key[9] != '0' &&
           std::all_of(key.begin() + 9, key.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool known(const Item& item, Problems& problems) {
    const std::size_t end = item.from + item.key.size();
    if (item.key == "preset" || layer_key(item.key) || (find_key(item.key) && !item.key.starts_with("schedule."))) return true;
    if (std::find(reserved_keys.begin(), reserved_keys.end(), item.key) != reserved_keys.end()) {
        problems.push_back({"key_reserved", item.key, item.from, end, {item.key}});
        return false;
    }
    std::vector<std::string_view> names{"preset"};
    for (const Key& each : run_keys) names.push_back(each.key);
    const std::string_view near = nearest(item.key, names);
    if (near.empty())
        problems.push_back({"unknown_key", item.key, item.from, end, {item.key, known_keys()}});
    else
        problems.push_back({"unknown_key_near", item.key, item.from, end, {item.key, std::string(near)}});
    return false;
}

// Gives each item its racer, and finds what stands twice in one place.
void assign(std::vector<Item>& items, Problems& problems) {
    const auto racers = static_cast<std::size_t>(
        std::count_if(items.begin(), items.end(), [](const Item& item) { return item.key == "schedule"; }));
    std::size_t racer = 0;
    for (Item& item : items) {
        if (item.key == "schedule") ++racer;
        // A lone racer's keys are shared, but its schedule is its own.
        item.racer = item.key == "schedule" ? racer : racers < 2 || item.key == "preset" || one_for_all(item.key) ? 0 : racer;
    }
    for (std::size_t i = 0; i < items.size(); ++i)
        for (std::size_t j = 0; j < i; ++j)
            if (items[i].key == items[j].key && items[i].racer == items[j].racer) {
                problems.push_back({"key_twice", items[i].key, items[i].from, items[i].to, {items[i].key}});
                break;
            }
}

const Item* find_item(const std::vector<Item>& items, std::string_view key) {
    for (const Item& item : items)
        if (item.key == key) return &item;
    return nullptr;
}

// Returns the preset's items, those replaced left out; then the given ones.
std::vector<Item> merge(const std::vector<Item>& preset, const std::vector<Item>& given) {
    std::vector<Item> whole;
    const bool new_racers = find_item(given, "schedule");
    const bool new_length = find_item(given, "steps") || find_item(given, "epochs");
    for (const Item& item : preset) {
        if (item.racer > 0 && new_racers) continue;
        if (new_length && (item.key == "steps" || item.key == "epochs")) continue;
        if (item.racer == 0 && find_item(given, item.key)) continue;
        whole.push_back(item);
    }
    whole.insert(whole.end(), given.begin(), given.end());
    return whole;
}

}  // namespace

std::vector<Item> split_items(const NormalText& normal, Problems& problems) {
    const std::string_view text = normal.read();
    const bool separated = text.find(item_separator) != std::string_view::npos;
    std::vector<Item> items;
    for (std::size_t at = 0;;) {
        while (at < text.size() && (is_space(text[at]) || text[at] == item_separator)) ++at;
        if (at >= text.size()) break;
        const std::size_t length = key_length(text.substr(at));
        if (length == 0) {
            std::size_t end = at;
            while (end < text.size() && !is_space(text[end])) ++end;
            problems.push_back({"key_expected", "", at, end, {}});
            return {};
        }
        Item item{.key = std::string(text.substr(at, length)), .value = {}, .from = at, .value_from = at + length + 1};
        const std::size_t end = separated ? std::min(text.find(item_separator, at), text.size()) : text.size();
        if (separated)
            find_whole_value(text, end, item);
        else
            find_value(text, item);
        item.value = text.substr(item.value_from, item.to - item.value_from);
        if (item.key == "label" && item.to > item.value_from) {
            const std::size_t from = normal.begin(item.value_from);
            const auto label = read_label(normal.written().substr(from, normal.end(item.to) - from));
            if (!label) problems.push_back({"label_string", item.key, item.value_from, item.to, {}});
            item.value = label.value_or("");
        } else if (item.to == item.value_from && item.key != "label") {
            // Of a field, what is missing is its value, and nothing else of the text is about it.
            problems.push_back({"value_missing", item.key, separated ? item.to : at, item.to, {item.key}});
        }
        at = separated ? std::min(end + 1, text.size()) : item.to;
        items.push_back(std::move(item));
    }
    // Nothing at all is the default run, but a field that was emptied is not.
    if (separated && items.empty()) problems.push_back({"key_expected", "", text.size(), text.size(), {}});
    return items;
}

std::optional<Items> read_items(const NormalText& text, Problems& problems) {
    if (text.written().size() > max_run_bytes) {
        problems.push_back({"text_too_long",
                            "",
                            std::min(max_run_bytes, text.read().size()),
                            text.read().size(),
                            {std::to_string(max_run_bytes)}});
        return {};
    }
    Items items;
    items.given = split_items(text, problems);
    if (items.given.empty() && problems.empty()) items.given.push_back({.key = "preset", .value = "default"});
    for (const Item& item : items.given) known(item, problems);
    if (!problems.empty()) return {};
    assign(items.given, problems);
    if (find_item(items.given, "steps") && find_item(items.given, "epochs")) {
        const Item& later = std::max(*find_item(items.given, "steps"), *find_item(items.given, "epochs"),
                                     [](const Item& a, const Item& b) { return a.from < b.from; });
        problems.push_back({"steps_and_epochs", later.key, later.from, later.to, {}});
    }
    std::vector<Item> base;
    for (std::size_t i = 0; i < items.given.size(); ++i) {
        const Item& item = items.given[i];
        if (item.key != "preset") continue;
        if (i > 0) problems.push_back({"preset_first", item.key, item.from, item.to, {}});
        const Preset* preset = find(presets, item.value);
        if (!preset) {
            std::string list;
            for (const Preset& each : presets) list += (list.empty() ? "" : ", ") + std::string(each.words.key);
            problems.push_back({"unknown_value", item.key, item.value_from, item.to, {"preset", item.value, list}});
            continue;
        }
        items.preset = item.value;
        base = split_items(NormalText(preset->text), problems);
        assign(base, problems);
        for (Item& each : base) each.from = each.value_from = each.to = 0;  // they stand nowhere in the given text
    }
    if (!problems.empty()) return {};
    std::erase_if(items.given, [](const Item& item) { return item.key == "preset"; });
    items.whole = merge(base, items.given);
    std::size_t racers = 0;
    for (const Item& item : items.whole) racers = std::max(racers, item.racer);
    items.racers = std::max<std::size_t>(racers, 1);
    if (items.racers > max_racers) {
        const auto extra =
            std::find_if(items.given.begin(), items.given.end(), [](const Item& item) { return item.racer > max_racers; });
        problems.push_back({"too_many_racers", "schedule", extra->from, extra->to, {std::to_string(max_racers)}});
        return {};
    }
    return items;
}

std::string valid_utf8(std::string_view text) {
    std::string valid;
    for (std::size_t i = 0; i < text.size();) {
        const auto lead = static_cast<unsigned char>(text[i]);
        const std::size_t more = lead < 0x80                   ? 0
                                 : lead >= 0xC2 && lead < 0xE0 ? 1
                                 : lead >= 0xE0 && lead < 0xF0 ? 2
                                 : lead >= 0xF0 && lead < 0xF5 ? 3
                                                               : 9;
        std::size_t end = i + 1;
        for (std::size_t k = 0; more < 9 && k < more && end < text.size(); ++k, ++end) {
            const auto byte = static_cast<unsigned char>(text[end]);
            // The second byte's range keeps out overlong forms, surrogates and what lies beyond U+10FFFF.
            const unsigned low = k > 0 ? 0x80 : lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
            const unsigned high = k > 0 ? 0xBF : lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
            if (byte < low || byte > high) break;
        }
        if (more < 9 && end - i == more + 1)
            valid += text.substr(i, end - i);
        else
            valid += "\xEF\xBF\xBD";
        i = end;
    }
    return valid;
}

}  // namespace eta
