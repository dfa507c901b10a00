// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

interface IVault {
    function getPoolTokens(bytes32 poolId) external view returns (address[] memory, uint256[] memory, uint256);
}

interface IWeightedPool {
    function getPoolId() external view returns (bytes32);
    function getNormalizedWeights() external view returns (uint256[] memory);
    function getSwapFeePercentage() external view returns (uint256);
    function getPausedState() external view returns (bool, uint256, uint256);
}

interface IFarm {
    function stakingToken() external view returns (address);
    function rewardsToken() external view returns (address);
    function rewardRate() external view returns (uint256);
    function rewardsDuration() external view returns (uint256);
    function periodFinish() external view returns (uint256);
    function lastUpdateTime() external view returns (uint256);
    function rewardPerTokenStored() external view returns (uint256);
    function totalSupply() external view returns (uint256);
    function paused() external view returns (bool);
    function balanceOf(address account) external view returns (uint256);
    function earned(address account) external view returns (uint256);
    function userRewardPerTokenPaid(address account) external view returns (uint256);
    function rewards(address account) external view returns (uint256);
}

interface IERC20 {
    function symbol() external view returns (string memory);
    function decimals() external view returns (uint8);
    function totalSupply() external view returns (uint256);
    function balanceOf(address owner) external view returns (uint256);
    function allowance(address owner, address spender) external view returns (uint256);
}

interface IArbSys {
    function arbBlockNumber() external view returns (uint256);
}

/**
 * Reads Balancer's weighted pools and reward farms at one block. It is never deployed: `eth_call` runs its code at an empty
 * address.
 *
 * No contract is trusted: each pool and each farm is read in a call of its own with a fixed allowance of gas; every read inside
 * is a STATICCALL with limited gas, and at most the bytes asked for are copied from its answer. One that reverts, burns its gas
 * or answers nonsense is missing alone. Where the gas does not cover the next allowance the list ends early, and the caller
 * asks for the rest.
 */
contract SecondaryLens {
    /// All the gas that one pool or farm may use, and what has to be left over to return the answer.
    uint256 private constant ITEM_GAS = 8_000_000;
    uint256 private constant RESERVE_GAS = 1_000_000;
    /// Gas for one read. The dearest honest one, of a weighted pool with eight tokens, takes about 60,000.
    uint256 private constant READ_GAS = 300_000;

    /// Of one weighted pool that is read; the factories allow eight at most.
    uint256 private constant MAX_POOL_TOKENS = 8;
    uint256 private constant MAX_TEXT_BYTES = 64;
    /// Digits of the largest uint256 that are all usable.
    uint256 private constant MAX_DECIMALS = 77;

    error Unreadable();

    struct Answer {
        bool isRead;
        bytes data;
    }

    /// A token, and what the account has of it and lets the spender take.
    struct Token {
        address token;
        string symbol;
        uint256 decimals;
        uint256 held;
        uint256 allowance;
    }

    struct Pool {
        bytes32 id;
        uint256 swapFeeWad;
        uint256 totalSupply;
        bool paused;
        /// LP tokens of the account.
        uint256 held;
        uint256 lastChangeBlock;
        Token[] tokens;
        uint256[] balances;
        uint256[] weightsWad;
    }

    struct Farm {
        Token stakingToken;
        Token rewardToken;
        uint256 rewardRate;
        uint256 rewardsDurationSec;
        uint256 periodFinishSec;
        uint256 lastUpdateSec;
        uint256 rewardPerTokenStored;
        uint256 totalSupply;
        /// False for one that cannot be paused, too.
        bool paused;
        /// What the farm has of the reward token.
        uint256 rewardBalance;
        /// Of the account.
        uint256 staked;
        uint256 earned;
        uint256 userRewardPerTokenPaid;
        uint256 rewards;
    }

    /**
     * Balancer's pools, then farms, at this block, with an account's part in them (the zero address for none).
     *
     * @param arbSys Where Arbitrum tells its own block number; the zero address on other chains
     * @return blockNumber the chain's own; 0 where it cannot be read
     * @return timestampSec time of the block
     * @return results of the first of them: of all, unless the gas did not suffice
     */
    function read(address arbSys, address vault, address account, address[] calldata pools, address[] calldata farms)
        external
        view
        returns (uint256 blockNumber, uint256 timestampSec, Answer[] memory results)
    {
        blockNumber = block.number;
        if (arbSys != address(0)) (, blockNumber) = _tryWord(arbSys, abi.encodeCall(IArbSys.arbBlockNumber, ()));
        timestampSec = block.timestamp;
        uint256 count = pools.length + farms.length;
        results = new Answer[](count);
        uint256 done;
        for (; done < count && _covers(ITEM_GAS); done++) {
            bytes memory call = done < pools.length
                ? abi.encodeCall(this.readPool, (vault, account, pools[done]))
                : abi.encodeCall(this.readFarm, (account, farms[done - pools.length]));
            (bool isRead, bytes memory data) = address(this).staticcall{gas: ITEM_GAS}(call);
            results[done] = Answer(isRead, isRead ? data : bytes(""));
        }
        assembly ("memory-safe") { mstore(results, done) }
    }

    function readPool(address vault, address account, address pool) external view returns (Pool memory result) {
        result.id = bytes32(_word(pool, abi.encodeCall(IWeightedPool.getPoolId, ())));
        // An id begins with its pool's address: a pool that gives another's is none.
        if (address(bytes20(result.id)) != pool) revert Unreadable();
        result.swapFeeWad = _word(pool, abi.encodeCall(IWeightedPool.getSwapFeePercentage, ()));
        result.totalSupply = _word(pool, abi.encodeCall(IERC20.totalSupply, ()));
        result.paused = _tryFlag(pool, abi.encodeCall(IWeightedPool.getPausedState, ()));
        // A pool's first LP tokens are at the zero address forever, which is no account here.
        if (account != address(0)) result.held = _word(pool, abi.encodeCall(IERC20.balanceOf, (account)));
        result.weightsWad = _list(pool, abi.encodeCall(IWeightedPool.getNormalizedWeights, ()), 0, 1);
        bytes memory registered = abi.encodeCall(IVault.getPoolTokens, (result.id));
        uint256[] memory tokens = _list(vault, registered, 0, 3);
        result.balances = _list(vault, registered, 1, 3);
        result.lastChangeBlock = _wordAt(vault, registered, 2);
        uint256 count = tokens.length;
        if (result.balances.length != count || result.weightsWad.length != count) revert Unreadable();
        result.tokens = new Token[](count);
        for (uint256 i; i < count; i++) result.tokens[i] = _token(address(uint160(tokens[i])), account, vault);
    }

    function readFarm(address account, address farm) external view returns (Farm memory result) {
        result.stakingToken = _token(_address(farm, abi.encodeCall(IFarm.stakingToken, ())), account, farm);
        address rewardToken = _address(farm, abi.encodeCall(IFarm.rewardsToken, ()));
        result.rewardToken = _reward(rewardToken, account);
        result.rewardRate = _word(farm, abi.encodeCall(IFarm.rewardRate, ()));
        (, result.rewardsDurationSec) = _tryWord(farm, abi.encodeCall(IFarm.rewardsDuration, ()));
        result.periodFinishSec = _word(farm, abi.encodeCall(IFarm.periodFinish, ()));
        result.lastUpdateSec = _word(farm, abi.encodeCall(IFarm.lastUpdateTime, ()));
        result.rewardPerTokenStored = _word(farm, abi.encodeCall(IFarm.rewardPerTokenStored, ()));
        result.totalSupply = _word(farm, abi.encodeCall(IFarm.totalSupply, ()));
        result.paused = _tryFlag(farm, abi.encodeCall(IFarm.paused, ()));
        // A reward token that is gone must not hide the stake.
        (, result.rewardBalance) = _tryWord(rewardToken, abi.encodeCall(IERC20.balanceOf, (farm)));
        if (account == address(0)) return result;
        result.staked = _word(farm, abi.encodeCall(IFarm.balanceOf, (account)));
        result.earned = _word(farm, abi.encodeCall(IFarm.earned, (account)));
        result.userRewardPerTokenPaid = _word(farm, abi.encodeCall(IFarm.userRewardPerTokenPaid, (account)));
        result.rewards = _word(farm, abi.encodeCall(IFarm.rewards, (account)));
    }

    // ------------------------------------------------------------------------------- reads of contracts of strangers

    function _token(address token, address account, address spender) private view returns (Token memory) {
        uint256 decimals = _word(token, abi.encodeCall(IERC20.decimals, ()));
        if (decimals > MAX_DECIMALS) revert Unreadable();
        uint256 held;
        uint256 allowance;
        if (account != address(0)) {
            held = _word(token, abi.encodeCall(IERC20.balanceOf, (account)));
            allowance = _word(token, abi.encodeCall(IERC20.allowance, (account, spender)));
        }
        return Token(token, _text(token, abi.encodeCall(IERC20.symbol, ())), decimals, held, allowance);
    }

    /// Of a reward token that does not respond only the address is known.
    function _reward(address token, address account) private view returns (Token memory) {
        (bool ok, uint256 decimals) = _tryWord(token, abi.encodeCall(IERC20.decimals, ()));
        if (!ok || decimals > MAX_DECIMALS) return Token(token, "", 0, 0, 0);
        uint256 held;
        if (account != address(0)) (, held) = _tryWord(token, abi.encodeCall(IERC20.balanceOf, (account)));
        return Token(token, _text(token, abi.encodeCall(IERC20.symbol, ())), decimals, held, 0);
    }

    /// One word of an answer; false when the contract reverts, runs out of gas or answers less.
    function _tryWord(address target, bytes memory data) private view returns (bool ok, uint256 value) {
        uint256 gasLimit = READ_GAS;
        assembly ("memory-safe") {
            ok := staticcall(gasLimit, target, add(data, 32), mload(data), 0, 32)
            ok := and(ok, gt(returndatasize(), 31))
            if ok { value := mload(0) }
        }
    }

    function _tryFlag(address target, bytes memory data) private view returns (bool) {
        (, uint256 value) = _tryWord(target, data);
        return value == 1;
    }

    function _word(address target, bytes memory data) private view returns (uint256) {
        (bool ok, uint256 value) = _tryWord(target, data);
        if (!ok) revert Unreadable();
        return value;
    }

    function _address(address target, bytes memory data) private view returns (address) {
        uint256 word = _word(target, data);
        if (word > type(uint160).max) revert Unreadable();
        return address(uint160(word));
    }

    /// The word at an index of an answer.
    function _wordAt(address target, bytes memory data, uint256 index) private view returns (uint256 value) {
        uint256 gasLimit = READ_GAS;
        bool ok;
        assembly ("memory-safe") {
            let end := mul(add(index, 1), 32)
            ok := staticcall(gasLimit, target, add(data, 32), mload(data), 0, 0)
            ok := and(ok, iszero(lt(returndatasize(), end)))
            if ok {
                returndatacopy(0, sub(end, 32), 32)
                value := mload(0)
            }
        }
        if (!ok) revert Unreadable();
    }

    /// One of the lists that an answer of so many values holds; one that is longer than any honest one is none.
    function _list(address target, bytes memory data, uint256 index, uint256 values)
        private
        view
        returns (uint256[] memory list)
    {
        list = new uint256[](MAX_POOL_TOKENS);
        uint256 gasLimit = READ_GAS;
        uint256 maxLength = MAX_POOL_TOKENS;
        bool ok;
        assembly ("memory-safe") {
            ok := staticcall(gasLimit, target, add(data, 32), mload(data), 0, 0)
            let size := returndatasize()
            // Heads of all values, and at least the length of a list behind them.
            ok := and(ok, gt(size, mul(add(values, 1), 31)))
            ok := and(ok, gt(size, 63))
            if ok {
                returndatacopy(0, mul(index, 32), 32)
                let start := mload(0)
                // An offset beyond the answer is nonsense, and would wrap.
                ok := and(lt(start, size), iszero(lt(sub(size, start), 32)))
                if ok {
                    returndatacopy(0, start, 32)
                    let length := mload(0)
                    ok := iszero(gt(length, maxLength))
                    if ok { ok := iszero(lt(sub(sub(size, start), 32), mul(length, 32))) }
                    if ok {
                        returndatacopy(add(list, 32), add(start, 32), mul(length, 32))
                        mstore(list, length)
                    }
                }
            }
        }
        if (!ok) revert Unreadable();
    }

    /// A string, cut; empty when there is none.
    function _text(address target, bytes memory data) private view returns (string memory) {
        bytes memory text = new bytes(MAX_TEXT_BYTES);
        uint256 gasLimit = READ_GAS;
        uint256 maxBytes = MAX_TEXT_BYTES;
        assembly ("memory-safe") {
            let ok := staticcall(gasLimit, target, add(data, 32), mload(data), 0, 64)
            let size := returndatasize()
            let length := mload(32)
            ok := and(and(ok, gt(size, 63)), eq(mload(0), 32))
            if gt(length, sub(size, 64)) { ok := 0 }
            if iszero(ok) { length := 0 }
            if gt(length, maxBytes) { length := maxBytes }
            returndatacopy(add(text, 32), mul(ok, 64), length)
            mstore(text, length)
        }
        return string(text);
    }

    /// Whether a call with so much gas gets all of it (it is given 63/64 at most), with enough left to return.
    function _covers(uint256 allowance) private view returns (bool) {
        uint256 left = gasleft();
        return left - left / 64 >= allowance && left >= allowance + RESERVE_GAS;
    }
}
