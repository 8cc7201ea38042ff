// This is the table of optimizers. A new one is a file and a line here.
#include "eta/optimizer/optimizers.hpp"

#include <array>

#include "eta/optimizer/adadelta.hpp"
#include "eta/optimizer/adagrad.hpp"
#include "eta/optimizer/adam.hpp"
#include "eta/optimizer/adamax.hpp"
#include "eta/optimizer/adamw.hpp"
#include "eta/optimizer/lamb.hpp"
#include "eta/optimizer/lion.hpp"
#include "eta/optimizer/muon.hpp"
#include "eta/optimizer/nadam.hpp"
#include "eta/optimizer/prodigy.hpp"
#include "eta/optimizer/radam.hpp"
#include "eta/optimizer/rmsprop.hpp"
#include "eta/optimizer/schedule_free.hpp"
#include "eta/optimizer/sgd.hpp"

namespace eta {

inline constexpr std::array all_optimizers{sgd::entry,  adam::entry,          rmsprop::entry, adagrad::entry,  adamw::entry,
                                           lion::entry, nadam::entry,         radam::entry,   adadelta::entry, adamax::entry,
                                           muon::entry, schedule_free::entry, lamb::entry,    prodigy::entry};

constinit const EntriesOf<Optimizer> optimizers = entries_of<all_optimizers, "sgd">();

}  // namespace eta
