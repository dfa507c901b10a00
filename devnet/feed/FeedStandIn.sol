// SPDX-License-Identifier: MIT
pragma solidity ^0.8.0;

/// The last round of an aggregator that was replaced, as Chainlink's proxies name it.
contract ReplacedAggregator {
    uint256 public immutable latestRound;

    constructor(uint256 last) {
        latestRound = last;
    }
}

/// A stand-in for a Chainlink feed behind its proxy: it keeps its rounds, counts them anew with every aggregator (a phase, in the
/// high bits of a round's id), and lets anyone write. `price`, `setPrice` and `setDecimals` are those of TestChainlinkOracle.
contract FeedStandIn {
    struct Round {
        int192 answer;
        uint64 updatedAt;
    }

    uint8 public decimals;
    uint16 private replaced;
    uint64 private newest;
    mapping(uint256 => Round) private rounds;
    mapping(uint16 => address) private replacedAggregators;

    function phaseId() public view returns (uint16) {
        return replaced + 1;
    }

    /// This contract is the present aggregator itself.
    function phaseAggregators(uint16 phase) external view returns (address) {
        return phase == phaseId() ? address(this) : replacedAggregators[phase];
    }

    function latestRound() public view returns (uint256) {
        return newest;
    }

    function description() external pure returns (string memory) {
        return "Feed (devnet)";
    }

    function price() external view returns (int256) {
        return rounds[idOf(phaseId(), newest)].answer;
    }

    function latestRoundData() external view returns (uint80, int256, uint256, uint256, uint80) {
        return getRoundData(idOf(phaseId(), newest));
    }

    function getRoundData(uint80 id) public view returns (uint80, int256, uint256, uint256, uint80) {
        Round memory round = rounds[id];
        require(round.updatedAt > 0, "No data present");
        return (id, round.answer, round.updatedAt, round.updatedAt, id);
    }

    function setDecimals(uint8 value) external {
        decimals = value;
    }

    function setPrice(int256 answer) external {
        newest++;
        rounds[idOf(phaseId(), newest)] = Round(int192(answer), uint64(block.timestamp));
    }

    /// Numbers that no round has.
    function skipRounds(uint64 count) external {
        newest += count;
    }

    /// Another aggregator takes over. Until its first round, the feed has no data.
    function replaceAggregator() external {
        replacedAggregators[phaseId()] = address(new ReplacedAggregator(newest));
        replaced++;
        newest = 0;
    }

    function idOf(uint16 phase, uint64 round) private pure returns (uint80) {
        return (uint80(phase) << 64) | round;
    }
}
