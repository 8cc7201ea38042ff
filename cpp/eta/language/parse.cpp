// The text becomes a tree by recursive descent: each rule of the grammar is one function.
#include "eta/language/parse.hpp"

#include <string>

#include "eta/language/formula_names.hpp"
#include "eta/language/normal_text.hpp"
#include "eta/language/tokens.hpp"
#include "eta/math/number.hpp"

namespace eta {
namespace {

// Sums and products lean to the left, one level a term, so a long one is as deep as a nested one.
constexpr std::size_t max_terms = 512;

// What is no token but begins as a number does is one that is too large.
bool is_number_start(std::string_view text) { return number_length(text) > 0; }

class Parser {
public:
    Parser(std::string_view source, Problems& problems, std::size_t offset, std::string_view key)
        : source_(source), problems_(problems), offset_(offset), key_(key) {
        advance();
    }

    Tree whole() {
        tree_.root = schedule();
        if (!failed_ && token_.kind != Token::end) unexpected();
        return failed_ ? Tree{} : std::move(tree_);
    }

private:
    std::size_t schedule() {
        if (++nesting_ > static_cast<int>(max_nesting)) fail("too_deep", token_, {std::to_string(max_nesting)});
        std::size_t first = failed_ ? 0 : segment();
        if (!failed_ && at_word("then")) {
            Node chain{.op = Op::then, .children = {first}, .from = tree_[first].from};
            while (!failed_ && take_word("then")) chain.children.push_back(segment());
            first = add(std::move(chain));
        }
        --nesting_;
        return first;
    }

    std::size_t segment() {
        const std::size_t body = sum();
        if (failed_ || !take_word("for")) return body;
        if (token_.kind != Token::number) return fail("length_expected", token_, {});
        return add({.op = Op::duration, .children = {body, number()}, .from = tree_[body].from});
    }

    std::size_t sum() { return left_associative({{"+", Op::add}, {"-", Op::subtract}}, &Parser::product); }
    std::size_t product() { return left_associative({{"*", Op::multiply}, {"/", Op::divide}}, &Parser::unary); }

    struct Operator {
        std::string_view sign;
        Op op;
    };
    std::size_t left_associative(const Operator (&operators)[2], std::size_t (Parser::*operand)()) {
        std::size_t left = (this->*operand)();
        for (std::size_t terms = 1; !failed_; ++terms) {
            const Operator* found = nullptr;
            for (const Operator& each : operators)
                if (at_sign(each.sign)) found = &each;
            if (!found) break;
            if (terms == max_terms) return fail("too_long", token_, {std::to_string(max_terms)});
            advance();
            const std::size_t right = (this->*operand)();
            if (!failed_) left = add({.op = found->op, .children = {left, right}, .from = tree_[left].from});
        }
        return left;
    }

    std::size_t unary() {
        if (!at_sign("-")) return power();
        const std::size_t from = token_.from;
        if (++nesting_ > static_cast<int>(max_nesting)) return fail("too_deep", token_, {std::to_string(max_nesting)});
        advance();
        const std::size_t operand = unary();
        --nesting_;
        return failed_ ? 0 : add({.op = Op::negate, .children = {operand}, .from = from + offset_});
    }

    std::size_t power() {
        const std::size_t base = primary();
        if (failed_ || !at_sign("^")) return base;
        if (++nesting_ > static_cast<int>(max_nesting)) return fail("too_deep", token_, {std::to_string(max_nesting)});
        advance();
        const std::size_t exponent = unary();
        --nesting_;
        return failed_ ? 0 : add({.op = Op::power, .children = {base, exponent}, .from = tree_[base].from});
    }

    std::size_t primary() {
        if (token_.kind == Token::number) return number();
        if (token_.kind == Token::name && token_.text != "then" && token_.text != "for") return name();
        if (!at_sign("(")) return unexpected();
        const std::size_t open = token_.from;
        advance();
        const std::size_t inside = relation();
        if (failed_) return 0;
        if (!at_sign(")")) return is_closed() ? unexpected() : fail_at("bracket_open", open, open + 1, {});
        advance();
        const Node& node = tree_[inside];
        if (is_comparison(node.op) || node.op == Op::pair)
            return fail_at("not_a_rate", node.from - offset_, node.to - offset_, {});
        // The brackets belong to what a problem with this part underlines.
        tree_.nodes[inside].from = open + offset_;
        tree_.nodes[inside].to = last_ + offset_;
        return inside;
    }

    std::size_t number() {
        const Lexeme token = token_;
        advance();
        return add({.op = Op::number, .number = token.number, .measure = token.measure, .from = token.from + offset_});
    }

    std::size_t name() {
        Node node{.op = Op::name, .text = std::string(token_.text), .from = token_.from + offset_};
        advance();
        if (!at_sign("(")) return add(std::move(node));
        const std::size_t open = token_.from;
        node.op = Op::call;
        advance();
        while (!failed_ && !at_sign(")")) {
            if (token_.kind == Token::end) return fail_at("bracket_open", open, open + 1, {});
            node.children.push_back(argument());
            if (failed_ || at_sign(")")) break;
            if (token_.kind == Token::end) continue;
            // Of a run's text, all that follows an open bracket is its value.
            if (!at_sign(",")) return is_closed() ? unexpected() : fail_at("bracket_open", open, open + 1, {});
            advance();
            if (at_sign(")")) return unexpected();
        }
        if (failed_) return 0;
        advance();
        return add(std::move(node));
    }

    std::size_t argument() {
        if (token_.kind == Token::name && next_token(source_, token_.to).text == "=") {
            Node named{.op = Op::named, .text = std::string(token_.text), .from = token_.from + offset_};
            advance();
            advance();
            named.children.push_back(relation());
            return failed_ ? 0 : add(std::move(named));
        }
        return relation();
    }

    std::size_t relation() {
        static constexpr Operator relations[] = {
            {":", Op::pair}, {"<", Op::less}, {"<=", Op::less_equal}, {">", Op::greater}, {">=", Op::greater_equal}};
        const std::size_t left = schedule();
        for (const Operator& each : relations) {
            if (failed_ || !at_sign(each.sign)) continue;
            advance();
            const std::size_t right = sum();
            return failed_ ? 0 : add({.op = each.op, .children = {left, right}, .from = tree_[left].from});
        }
        return left;
    }

    void advance() {
        last_ = token_.to;
        token_ = next_token(source_, token_.to);
        if (token_.kind == Token::bad)
            fail(is_number_start(token_.text) ? "bad_number" : "bad_character", token_, {visible(token_.text)});
    }
    bool at_sign(std::string_view sign) const { return token_.kind == Token::sign && token_.text == sign; }
    bool at_word(std::string_view word) const { return token_.kind == Token::name && token_.text == word; }
    bool take_word(std::string_view word) {
        if (!at_word(word)) return false;
        advance();
        return true;
    }

    // Says whether a bracket that is open here is closed by what follows.
    bool is_closed() const {
        int depth = 1;
        for (Lexeme token = token_; depth > 0 && token.kind != Token::end; token = next_token(source_, token.to)) {
            if (token.kind == Token::sign && token.text == "(") ++depth;
            if (token.kind == Token::sign && token.text == ")") --depth;
        }
        return depth == 0;
    }

    // A node ends where the last token taken ends.
    std::size_t add(Node node) {
        node.to = last_ + offset_;
        return tree_.add(std::move(node));
    }

    std::size_t unexpected() {
        if (token_.kind == Token::end) return fail("unfinished", token_, {});
        return fail("unexpected", token_, {std::string(token_.text)});
    }
    std::size_t fail(std::string_view code, const Lexeme& at, std::initializer_list<std::string_view> values) {
        return fail_at(code, at.from, at.to, values);
    }
    std::size_t fail_at(std::string_view code, std::size_t from, std::size_t to, std::initializer_list<std::string_view> values) {
        if (!failed_) problems_.push_back({code, std::string(key_), from + offset_, to + offset_, values});
        failed_ = true;
        return 0;
    }

    std::string_view source_;
    Problems& problems_;
    std::size_t offset_;
    std::string_view key_;
    Tree tree_;
    Lexeme token_;
    std::size_t last_ = 0;  // where the last token taken ends
    int nesting_ = -1;      // the whole text is no nesting
    bool failed_ = false;
};

}  // namespace

Tree parse(std::string_view text, Problems& problems, std::size_t offset, std::string_view key) {
    if (text.size() > max_expression_bytes) {
        problems.push_back(
            {"text_too_long", std::string(key), offset, offset + text.size(), {std::to_string(max_expression_bytes)}});
        return {};
    }
    return Parser(text, problems, offset, key).whole();
}

}  // namespace eta
