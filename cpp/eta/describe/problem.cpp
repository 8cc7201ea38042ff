// These are the English sentences of all problems. {0}, {1}, … are the problem's values.
#include "eta/describe/problem.hpp"

#include <algorithm>
#include <array>

namespace eta {
namespace {

constexpr std::array texts{
    // reading the text of a run
    ProblemText{"text_too_long", "The text is longer than {0} bytes; write a shorter one."},
    ProblemText{"key_expected", "A key and its value are expected here, written key=value without a space before the “=”."},
    ProblemText{"unknown_key", "There is no key “{0}”. The keys are: {1}."},
    ProblemText{"unknown_key_near", "There is no key “{0}”. Did you mean “{1}”?"},
    ProblemText{"key_reserved", "The key “{0}” is kept for later and has no meaning yet; leave it out."},
    ProblemText{"key_twice", "“{0}” stands here a second time; keep one of the two."},
    ProblemText{"value_missing", "“{0}” has no value; write one."},
    ProblemText{"printed_too_long", "Written out, the run has {0} bytes, and at most {1} are allowed; make this shorter."},
    ProblemText{"preset_first", "preset= must be the first key."},
    ProblemText{"steps_and_epochs", "steps= and epochs= both say how long the run is; keep one of them."},
    ProblemText{"too_many_racers", "A race has at most {0} schedules; leave some out."},
    // values of keys
    ProblemText{"number_expected", "{0} is a number from {1} to {2}."},
    ProblemText{"whole_expected", "{0} is a whole number from {1} to {2}."},
    ProblemText{"key_out_of_range", "{0} must lie between {1} and {2}; {3} does not."},
    ProblemText{"widths_expected", "Hidden widths are whole numbers from 1 on, joined by “-”, such as 128-64; or none."},
    ProblemText{"too_many_layers", "A network has at most {0} hidden layers."},
    ProblemText{"too_many_weights", "This network would have {0} weights; at most {1} are allowed. Make it narrower."},
    ProblemText{"too_many_updates", "This run would have {0} updates; at most {1} are allowed here."},
    ProblemText{"validation_expected", "validation is a number of samples such as 500, or a part such as 20%."},
    ProblemText{"validation_too_large",
                "Of {0} samples at least one must train and at least one validate; {1} for validation is not possible."},
    ProblemText{"batch_too_large", "A batch of {0} is larger than the {1} samples that train."},
    ProblemText{"batch_expected",
                "batch is a whole number such as 8, or sizes with their places: points(0:8, 50%:16, shape=step)."},
    ProblemText{"batch_steps", "A batch holds until the next one: write shape=step."},
    ProblemText{
        "epochs_vary",
        "This goes by epochs, and while the batch changes an epoch has no fixed number of updates; write updates, such as "
        "steps=800 or every=250, or a part such as 10%."},
    ProblemText{"length_value_expected",
                "{0} is a length: updates such as 250, epochs such as 3ep, or a part such as 10%; more than 0."},
    ProblemText{"unknown_value", "There is no {0} called “{1}”. There are: {2}."},
    ProblemText{"unknown_value_near", "There is no {0} called “{1}”. Did you mean “{2}”?"},
    ProblemText{"call_expected", "{0} is one of: {1}; with arguments in brackets if wanted."},
    ProblemText{"loss_wrong_classes", "The loss {0} does not serve {1} classes."},
    ProblemText{"label_too_long", "A label has at most {0} characters."},
    ProblemText{"label_line", "A label is one line, without tabs or other control characters."},
    ProblemText{"label_string",
                "What begins and ends with a quotation mark is a JSON string: inside it write \\\" for a quotation mark and \\\\ "
                "for a backslash."},
    ProblemText{"no_such_layer", "There is no layer {0}; this network has layers 1 to {1}."},
    ProblemText{"number_out_of_range_at", "{0} must lie between {1} and {2}; at update {3} it is {4}."},
    // the language of schedules
    ProblemText{"bad_character", "“{0}” has no meaning here."},
    ProblemText{"bad_number", "The number {0} is too large."},
    ProblemText{"unexpected", "“{0}” is not expected here."},
    ProblemText{"unfinished", "Something is missing here: the text ends too early."},
    ProblemText{"bracket_open", "This bracket is not closed."},
    ProblemText{"too_deep", "Brackets, signs and powers may stand at most {0} deep inside one another."},
    ProblemText{"too_long", "A sum or product may have at most {0} terms."},
    ProblemText{"length_expected",
                "A length is expected after “for”: updates such as 250, epochs such as 3ep, or a part such as 10%."},
    // arguments
    ProblemText{"unknown_name", "“{0}” is not known: neither a schedule nor a function nor one of t, T, U, pi, lr."},
    ProblemText{"unknown_name_near", "“{0}” is not known. Did you mean “{1}”?"},
    ProblemText{"unknown_parameter", "{0} has no parameter “{1}”; it has: {2}."},
    ProblemText{"no_parameters", "{0} has no parameters; leave the brackets empty or out."},
    ProblemText{"argument_missing", "{0} needs its argument “{1}”; write it first in the brackets."},
    ProblemText{"argument_twice", "“{0}” is given twice; keep one of the two."},
    ProblemText{"place_after_name", "An argument without a name cannot follow one with a name; write its name too."},
    ProblemText{"too_many_arguments", "{0} has fewer arguments; its parameters are: {1}."},
    ProblemText{"wrong_arity", "{0} takes {1} arguments; here are {2}."},
    ProblemText{"not_a_choice", "{0} is one of: {1}."},
    ProblemText{"not_whole", "{0} is a whole number; {1} is not."},
    ProblemText{"part_meant", "{0} = {1} is less than one. Is {2} meant, a part of the whole?"},
    ProblemText{"length_not_whole",
                "{0} is a length: whole updates such as 250, epochs such as 3ep, or a part such as 10%; {1} is none of these."},
    ProblemText{"out_of_range", "{0} must lie between {1} and {2}; {3} does not."},
    ProblemText{"not_constant", "A constant is expected here: numbers, T, U, lr and pi, but not t nor a schedule."},
    ProblemText{"not_finite", "This is not a finite number (a division by zero, or too large)."},
    ProblemText{"list_too_long", "{0} has at most {1} entries."},
    ProblemText{"not_ascending", "The times of {0} must rise from one entry to the next."},
    ProblemText{"point_expected", "{0} consists of points, each written time:rate, such as 25%:0.1."},
    ProblemText{"point_unexpected", "A point (time:rate) has no meaning here."},
    ProblemText{"log_needs_positive", "Points can be joined on a logarithmic scale only where every rate is more than 0."},
    // schedules
    ProblemText{
        "not_a_rate",
        "This is no number: a comparison stands only first in where(…), without brackets around it; a named argument or a "
        "point only in the brackets of a call."},
    ProblemText{"comparison_expected", "where(…) begins with a comparison, such as t < 100."},
    ProblemText{"segment_only",
                "{0} is a segment of its own: write “{0} then …” or “… then {0}”, not inside a formula or an argument."},
    ProblemText{"listener_is_factor", "{0} stands once, as a factor of the whole schedule: (…) * {0}."},
    ProblemText{"listener_of_rate",
                "{0} follows a metric, and only the racer's schedule can: write it there, schedule=(…) * {0}, not in {1}=."},
    ProblemText{"combinator_with_for", "{0} has its own length; leave out “for”."},
    ProblemText{"warmup_needs_next", "A warm-up rises to the next schedule; write “then” and a schedule after it."},
    ProblemText{"cooldown_needs_previous",
                "A cool-down falls from the schedule before it; write a schedule and “then” before it."},
    ProblemText{"warmup_before_cooldown",
                "A warm-up just before a cool-down has nothing to rise to; write a schedule between them."},
    ProblemText{"two_open_segments", "Two segments have no length; give one of them a length with “for”."},
    ProblemText{"alias_bare", "{0} stands for “{1}” and takes no arguments; write that with the numbers that you want."},
    ProblemText{
        "past_end",
        "What stands here ends after {0} updates, and {1} are needed; write past=hold or past=cycle, or a larger “over”."},
    ProblemText{"too_many_parts",
                "What is repeated here has more than {0} parts; make its cycles longer or of more even lengths."},
    ProblemText{"rate_not_finite", "At update {0} this is {1}; a rate must be a finite number."},
    ProblemText{"rate_negative", "At update {0} the rate is {1}; a rate must not be negative."},
    // solving
    ProblemText{"no_such_racer", "There is no racer {0}; they are counted from 1 to {1}."},
    ProblemText{"no_such_number", "“{0}” names no number here. There are: {1}."},
    ProblemText{"rate_without_number", "The rate at update {0} does not depend on {1}: it is {2} whatever that is."},
    ProblemText{"rate_out_of_reach",
                "No {2} makes the rate at update {1} equal to {0}: it lies between {3} (at {5}) and {4} (at {6})."},
    ProblemText{"value_without_number", "{3} at update {0} does not depend on {1}: it is {2} whatever that is."},
    ProblemText{"value_out_of_reach",
                "No {2} makes {7} at update {1} equal to {0}: it lies between {3} (at {5}) and {4} (at {6})."},
    // warnings: the run is good
    ProblemText{"drop_after_end", "{0} is {1} updates, and here the run has {2}: no drop ever comes."},
    ProblemText{"decay_after_end", "{0} is {1} updates, and here the run has {2}: the decay never begins."},
    ProblemText{"point_after_end", "This point stands at update {1}, and here the run has {2}: it is never reached."},
    ProblemText{"cycle_after_end", "{0} is {1} updates, and here the run has {2}: no second cycle ever comes."},
    ProblemText{"patience_after_end", "{0} is {1} evaluations, and the run has {2}: it never runs out."},
    ProblemText{"stop_after_end", "{0} is {1} updates, and the run has {2}: it ends by itself."},
    ProblemText{"mean_after_end", "{0} is {1} updates, and the run has {2}: the mean has no more than the last weights."},
    ProblemText{"evaluate_after_end", "This is {0} updates, and the run has {1}: it is measured once, at its end."},
    ProblemText{"warmup_after_end", "This warm-up takes {1} updates, and here the run has {2}: nothing comes after it."},
    ProblemText{"segment_after_end", "This segment is never reached: those before it take all {2} updates."},
    ProblemText{"segment_cut", "This segment is {1} updates long, and only {2} remain: its end is never reached."},
    ProblemText{"key_of_last",
                "“{0}” stands after the last schedule=, so it is for that racer alone; for all, write it before the first."},
    ProblemText{"peak_after_end",
                "The rate still rises at the end, where it is {3}: its peak of {0} comes at update {1}, and the run has {2}."},
    ProblemText{
        "rises_again",
        "From update {0} on this wave rises again, from {1} to {2} at the end: the run of {3} updates is longer than it."},
    ProblemText{"first_rate_zero", "At the first update the rate is 0: that update changes nothing."},
    ProblemText{"zero_rates", "From update {0} to {1} the rate is 0: these {2} updates change nothing."},
    ProblemText{"rate_jumps", "At update {0} the rate goes from {1} to {2} at once, by more than a factor of 10."},
    ProblemText{"decays_to_nothing",
                "From update {0} on the rate is less than a millionth of its start; the run has {1} updates."},
    ProblemText{"frozen",
                "The first {0} of {1} updates have 99 % of the sum of all rates: what comes after them changes next to nothing."},
    ProblemText{"last_batch_of_one",
                "{0} samples in batches of {1} leave one for the last batch of each epoch: its gradient is that of one sample."},
    // explanations: why the rate is what it is at t
    ProblemText{"at_past_end", "The schedule ends at update {0}: from then on its value there holds."},
    ProblemText{"at_constant", "It is {0} here at every update."},
    ProblemText{"at_segment", "Segment {0} of {1}: it begins at update {2} and lasts {3}; its own t is {4}."},
    ProblemText{"at_warmup", "Warm-up, update {0} of {1}: it rises to {2}, with which the next segment begins."},
    ProblemText{"at_cooldown", "Cool-down, update {0} of {1}: it falls from {2}, with which the previous segment ended."},
    ProblemText{"at_cycle", "Cycle {0}: it begins at update {1} and lasts {2}; its own t is {3}."},
    ProblemText{"at_scaled", "The rate of this cycle is multiplied by {0}: {1} becomes {2}."},
    ProblemText{"at_modified", "This changes {0} to {1}."},
    ProblemText{"at_holds", "This is true here, so the first value counts."},
    ProblemText{"at_holds_not", "This is not true here, so the second value counts."},
    ProblemText{"at_before_drops", "Before the first drop: {0}."},
    ProblemText{"at_drop", "Drop {0}: {1}."},
    ProblemText{"at_intervals", "{0} intervals so far: {1}."},
    ProblemText{"at_delay", "The decay begins only at update {0}."},
    ProblemText{"at_products", "{0} products so far: {1}."},
    ProblemText{"at_rounded", "Each product is rounded; together they give {0}."},
    ProblemText{"at_first_point", "The first point, {0}:{1}, is still to come: its rate holds."},
    ProblemText{"at_last_point", "The last point, {0}:{1}, has passed: its rate holds."},
    ProblemText{"at_between_points", "Between the points {0}:{1} and {2}:{3}."},
    ProblemText{"at_formula", "{0} = {1}"},
    ProblemText{"at_factor", "The factor {0} comes on top: {1} becomes {2}."},
    ProblemText{"at_any_factor", "Its factor, which only training knows, comes on top of this."},
    ProblemText{"at_share", "Layer {0} of {1} has the racer's rate {2} multiplied by {3}."},
    ProblemText{"at_size", "Size {0} of {1}: it holds from update {2} on."},
};

}  // namespace

Problem::Problem(std::string_view which, std::string_view of, std::size_t begin, std::size_t end,
                 std::initializer_list<std::string_view> named)
    : code(which), key(of), from(begin), to(end), values(named.begin(), named.end()) {}

std::span<const ProblemText> problem_texts() { return texts; }

std::string sentence(const Problem& problem) {
    std::string text(problem.code);
    for (const ProblemText& each : texts)
        if (each.code == problem.code) text = each.sentence;
    for (std::size_t at = 0; (at = text.find('{', at)) != std::string::npos;) {
        const std::size_t index = static_cast<std::size_t>(text[at + 1] - '0');
        const std::string value = index < problem.values.size() ? problem.values[index] : "";
        text.replace(at, 3, value);
        at += value.size();
    }
    return text;
}

namespace {

char small(char letter) { return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter + ('a' - 'A')) : letter; }

}  // namespace

std::string_view nearest(std::string_view word, std::span<const std::string_view> names) {
    constexpr std::size_t max_length = 40;
    if (word.size() > max_length) return {};
    std::string_view best;
    std::size_t min_distance = std::max<std::size_t>(1, word.size() / 3) + 1;
    for (const std::string_view name : names) {
        // This is the edit distance (Levenshtein 1966), one row at a time.
        std::array<std::size_t, 2 * max_length> row{};
        if (name.size() >= row.size()) continue;
        for (std::size_t j = 0; j <= name.size(); ++j) row[j] = j;
        for (std::size_t i = 1; i <= word.size(); ++i) {
            std::size_t diagonal = row[0];
            row[0] = i;
            for (std::size_t j = 1; j <= name.size(); ++j) {
                const std::size_t above = row[j];
                row[j] = std::min({above + 1, row[j - 1] + 1, diagonal + (small(word[i - 1]) == small(name[j - 1]) ? 0 : 1)});
                diagonal = above;
            }
        }
        if (row[name.size()] < min_distance) {
            min_distance = row[name.size()];
            best = name;
        }
    }
    return best;
}

}  // namespace eta
