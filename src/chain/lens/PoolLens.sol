// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

interface IFactory {
    function numPools() external view returns (uint256);
    function pools(uint256 index) external view returns (address);
    function isValidPool(address pool) external view returns (bool);
    function poolKeeper() external view returns (address);
    function autoClaim() external view returns (address);
}

interface IPool {
    function poolName() external view returns (string memory);
    function balances() external view returns (uint256 short, uint256 long);
    function poolTokens() external view returns (address[2] memory);
    function poolCommitter() external view returns (address);
    function keeper() external view returns (address);
    function settlementToken() external view returns (address);
    function oracleWrapper() external view returns (address);
    function settlementEthOracle() external view returns (address);
    function leverageAmount() external view returns (bytes16);
    function fee() external view returns (bytes16);
    function updateInterval() external view returns (uint32);
    function frontRunningInterval() external view returns (uint32);
    function lastPriceTimestamp() external view returns (uint256);
    function paused() external view returns (bool);
    function primaryFees() external view returns (uint256);
    function secondaryFees() external view returns (uint256);
    function secondaryFeeAddress() external view returns (address);
    function secondaryFeeSplitPercent() external view returns (uint256);
}

interface ICommitter {
    function updateIntervalId() external view returns (uint128);
    function mintingFee() external view returns (bytes16);
    function burningFee() external view returns (bytes16);
    function changeInterval() external view returns (bytes16);
    function feeController() external view returns (address);
    function pendingMintSettlementAmount() external view returns (uint256);
    function pendingLongBurnPoolTokens() external view returns (uint256);
    function pendingShortBurnPoolTokens() external view returns (uint256);
    function paused() external view returns (bool);
    function totalPoolCommitments(uint256 id) external view returns (uint256, uint256, uint256, uint256, uint256, uint256);
    function getAggregateBalance(address user) external view returns (uint256, uint256, uint256);
    function userAggregateBalance(address user) external view returns (uint256, uint256, uint256);
    function unAggregatedCommitments(address user, uint256 index) external view returns (uint256);
    function userCommitments(address user, uint256 id) external view returns (uint256, uint256, uint256, uint256, uint256, uint256, uint256);
    function priceHistory(uint256 id) external view returns (bytes16 long, bytes16 short);
    function burnFeeHistory(uint256 id) external view returns (bytes16);
}

interface IKeeper {
    function executionPrice(address pool) external view returns (int256);
    function gasPrice() external view returns (uint256);
}

interface IOracle {
    function getPrice() external view returns (int256);
    function oracle() external view returns (address);
    function numPeriods() external view returns (int256);
    function periodCount() external view returns (int256);
    function prices(int256 index) external view returns (int256);
    function lastUpdate() external view returns (uint256);
    function updateInterval() external view returns (uint256);
    function scaler() external view returns (int256);
    function poolKeeper() external view returns (address);
    function governance() external view returns (address);
}

interface IFeed {
    function description() external view returns (string memory);
    function decimals() external view returns (uint8);
    function latestRoundData() external view returns (uint80, int256, uint256, uint256, uint80);
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
 * Reads perpetual pools at one block. It is never deployed: `eth_call` runs its code at an empty address.
 *
 * Anybody can create a pool, so no contract behind one is trusted. Each pool is read in a call of its own with a fixed
 * allowance of gas; every read inside is a STATICCALL with limited gas, and at most the bytes asked for are copied
 * from its answer. A pool that reverts, burns its gas or answers nonsense is missing alone, with the reason.
 * Where the gas does not cover the next pool's allowance the list ends early, and the caller asks for the rest.
 */
contract PoolLens {
    /// All the gas that one pool may use, and what has to be left over to return the answer.
    uint256 private constant POOL_GAS = 21_000_000;
    uint256 private constant RESERVE_GAS = 2_000_000;
    /// The same for a look at whether an account has anything in a pool.
    uint256 private constant HOLDING_GAS = 3_000_000;
    /// Gas for one read of somebody's contract. The dearest honest one, an average of 24 samples, takes about 100,000.
    uint256 private constant READ_GAS = 1_000_000;
    /// The search for queued commits ends with this much left for the account's own.
    uint256 private constant QUEUE_RESERVE_GAS = 2_000_000;

    /// More than any factory has; a larger number is no answer of one.
    uint256 private constant MAX_POOLS = 10_000;
    uint256 private constant MAX_TEXT_BYTES = 64;
    /// Digits of the largest uint256 that are all usable.
    uint256 private constant MAX_DECIMALS = 77;
    /// Update intervals searched for queued commits: more than the next 64 upkeeps can execute.
    uint256 private constant MAX_QUEUE = 1_000;
    /// Of these at most so many each for commits that are on time, and for those made now.
    uint256 private constant MAX_AHEAD = 250;
    uint256 private constant MAX_OWN_COMMITMENTS = 64;
    /// The SMA oracle's own limit.
    uint256 private constant MAX_SAMPLES = 24;

    /**
     * Where in the published wrappers' code stands what differs from one deployment or build to the next: 16 bits for each
     * 32 bytes, which are the immutables, and the digest in the metadata, which is never executed.
     */
    uint256 private constant SPOT_MASK = 0x04d6_010a;
    uint256 private constant SMA_MASK = 0x0a04_0786_0724_06fb_0648_05d2_05a9_046e_02fe_02d5_02ae_0271_0215_0185;

    /// Why a pool cannot be read. `Gas`: it used all it was given. `Foreign`: no factory made it, so that it is not asked.
    enum Failure { None, Gas, Pool, SettlementToken, PoolTokens, Committer, Account, Foreign }

    error Unreadable(Failure failure);

    struct Token {
        address token;
        string symbol;
        uint256 decimals;
    }

    /// What cannot change about a pool.
    struct Facts {
        /// Index of the factory that made it; the number of factories when none did.
        uint256 factoryIndex;
        string name;
        address committer;
        address keeper;
        address settlementEthOracle;
        Token settlementToken;
        Token longToken;
        Token shortToken;
        bytes16 leverageAmount;
        bytes16 fee;
        uint256 updateIntervalSec;
        uint256 frontRunningIntervalSec;
        address oracleWrapper;
        /// Whether the wrapper says what it is. Without it tokens can still be burned and claimed.
        bool hasOracle;
        /// Of an SMA oracle; 0 for a spot oracle.
        uint256 numPeriods;
        uint256 sampleIntervalSec;
        int256 scaler;
        /// The spot wrapper that an SMA samples; of a spot oracle the wrapper itself.
        address spotWrapper;
        address feed;
        string feedDescription;
        /// Of the wrappers' code without what differs between deployments: see `_codeHash`.
        bytes32 oracleWrapperHash;
        bytes32 spotWrapperHash;
        /// The same of the wrapper that says what ETH costs, and the feed behind that.
        bytes32 settlementEthOracleHash;
        address settlementEthFeed;
    }

    /// What `readFacts` or `readPool` returned for one pool, or why it did not.
    struct Answer {
        Failure failure;
        bytes data;
    }

    struct Factory {
        uint256 numPools;
        address poolKeeper;
        address autoClaim;
        /// Whether the three could be read.
        bool isReadable;
    }

    struct Commitments {
        uint256 updateIntervalId;
        uint256 longMintSettlement;
        uint256 longBurnPoolTokens;
        uint256 shortMintSettlement;
        uint256 shortBurnPoolTokens;
        uint256 shortBurnLongMintPoolTokens;
        uint256 longBurnShortMintPoolTokens;
    }

    struct State {
        uint256 longBalance;
        uint256 shortBalance;
        uint256 lastPriceTimestampSec;
        uint256 secondaryFeeSplitPercent;
        address secondaryFeeAddress;
        uint256 primaryFees;
        uint256 secondaryFees;
        bool paused;
        uint256 longTokenSupply;
        uint256 shortTokenSupply;
        uint256 updateIntervalId;
        bytes16 mintingFee;
        bytes16 burningFee;
        bytes16 changeInterval;
        /// Who may set the fees.
        address feeController;
        uint256 pendingMintSettlementAmount;
        uint256 pendingLongBurnPoolTokens;
        uint256 pendingShortBurnPoolTokens;
        bool committerPaused;
        /// Not ascending, without empty ones.
        Commitments[] totalPoolCommitments;
        /// The first interval that may be missing; 0 when the queue is complete.
        uint256 queueReadBelow;
        address keeper;
        int256 executionPriceWad;
        uint256 keeperGasPriceWei;
        bool hasSettlementEthPrice;
        int256 settlementEthPriceWad;
        /// False for an oracle that does not answer: what follows is then worth nothing, but for the keeper's figures above.
        bool hasPrice;
        int256 oraclePriceWad;
        /// 0 where the feed does not say.
        uint256 feedUpdatedAtSec;
        /// Of an SMA oracle; 0, empty and 0 for a spot oracle.
        uint256 numPeriods;
        uint256 periodCount;
        uint256 lastSampleSec;
        int256[] samples;
        /// Who may poll it, and who may change that; 0 for a spot oracle.
        address oracleKeeper;
        address oracleGovernance;
        /// The spot wrapper's price, before scaling.
        int256 spotPrice;
    }

    struct Balance {
        uint256 longTokens;
        uint256 shortTokens;
        uint256 settlementTokens;
    }

    struct Executed {
        uint256 updateIntervalId;
        bytes16 longPrice;
        bytes16 shortPrice;
        bytes16 burnFee;
    }

    /// An account's part in a pool.
    struct Account {
        uint256 settlementBalance;
        uint256 settlementAllowance;
        uint256 longBalance;
        uint256 shortBalance;
        Balance escrow;
        Balance aggregateBalance;
        uint256[] unAggregatedCommitments;
        Commitments[] userCommitments;
        Executed[] executedIntervals;
    }

    struct FeedPrice {
        int256 answer;
        uint256 updatedAtSec;
        uint256 decimals;
        bool isReadable;
    }

    /// What of a pool is not part of the answer, but needed to find it.
    struct Contracts {
        address pool;
        address committer;
        address settlementToken;
        address longToken;
        address shortToken;
        uint256 updateIntervalSec;
        uint256 frontRunningIntervalSec;
    }

    // ---------------------------------------------------------------------------------------------- entry points

    /**
     * The factories, and what cannot change about pools: those asked for, then those with the numbers from `first` on
     * (`count` at most), counting through all factories. A pool that is in the list twice is read once; the second
     * answer is empty.
     *
     * @param known How many of `pools` are known by address, and read whoever made them
     * @param onlyAll Takes no pools by number unless these are all there are
     * @return info the factories, in the same order
     * @return listed the pools that were to be read
     * @return results of the first of them: of all, unless the gas did not suffice
     */
    function readRegistry(
        address[] calldata factories,
        address[] calldata pools,
        uint256 known,
        uint256 first,
        uint256 count,
        bool onlyAll
    )
        external
        view
        returns (Factory[] memory info, address[] memory listed, Answer[] memory results)
    {
        uint256 numPools;
        (info, numPools) = _factories(factories);
        listed = _list(factories, info, pools, first, onlyAll && first + count < numPools ? 0 : count);
        results = new Answer[](listed.length);
        uint256 done;
        for (; done < listed.length && _covers(POOL_GAS); done++) {
            if (done >= pools.length && _contains(pools, listed[done])) continue;
            results[done] = _alone(abi.encodeCall(this.readFacts, (factories, listed[done], done < known)), POOL_GAS);
        }
        assembly ("memory-safe") { mstore(results, done) }
    }

    /**
     * The state of pools at this block, and an account's part in them (the zero address for none).
     *
     * @param arbSys Where Arbitrum tells its own block number; the zero address on other chains
     * @return blockNumber the chain's own; 0 where it cannot be read
     * @return timestampSec time of the block
     * @return numPools how many pools `factory` has made; the largest number where it does not answer
     * @return ethBalanceWei of the account
     * @return feedPrices of the feeds, in the same order
     * @return results of the first of the pools: of all, unless the gas did not suffice
     */
    function readPools(address factory, address arbSys, address account, address[] calldata feeds, address[] calldata pools)
        external
        view
        returns (
            uint256 blockNumber,
            uint256 timestampSec,
            uint256 numPools,
            uint256 ethBalanceWei,
            FeedPrice[] memory feedPrices,
            Answer[] memory results
        )
    {
        blockNumber = block.number;
        if (arbSys != address(0)) (, blockNumber) = _tryWord(arbSys, abi.encodeCall(IArbSys.arbBlockNumber, ()));
        timestampSec = block.timestamp;
        bool hasNumber;
        (hasNumber, numPools) = _tryWord(factory, abi.encodeCall(IFactory.numPools, ()));
        if (!hasNumber) numPools = type(uint256).max;
        ethBalanceWei = account.balance;
        feedPrices = new FeedPrice[](feeds.length);
        for (uint256 i; i < feeds.length; i++) feedPrices[i] = _feedPrice(feeds[i]);
        results = new Answer[](pools.length);
        uint256 done;
        for (; done < pools.length && _covers(POOL_GAS); done++)
            results[done] = _alone(abi.encodeCall(this.readPool, (pools[done], account)), POOL_GAS);
        assembly ("memory-safe") { mstore(results, done) }
    }

    /**
     * In which of the pools with the numbers from `first` on (`count` at most), counting through all factories, an
     * account has tokens, unclaimed amounts or commits.
     *
     * @return found the pools
     * @return next the number to go on with; `numPools` at the end
     * @return numPools how many all factories have made
     */
    function findHoldings(address[] calldata factories, address account, uint256 first, uint256 count)
        external
        view
        returns (address[] memory found, uint256 next, uint256 numPools)
    {
        Factory[] memory info;
        (info, numPools) = _factories(factories);
        address[] memory listed = _list(factories, info, new address[](0), first, count);
        found = new address[](listed.length);
        uint256 done;
        uint256 held;
        for (; done < listed.length && _covers(HOLDING_GAS); done++) {
            Answer memory has = _alone(abi.encodeCall(this.hasHolding, (listed[done], account)), HOLDING_GAS);
            if (has.failure == Failure.None && abi.decode(has.data, (bool))) found[held++] = listed[done];
        }
        next = first + done;
        assembly ("memory-safe") { mstore(found, held) }
    }

    // ------------------------------------------------------------------------------------------- one pool at a time

    function readFacts(address[] calldata factories, address pool, bool isKnown)
        external
        view
        returns (Facts memory facts)
    {
        facts.factoryIndex = factories.length;
        for (uint256 i; i < factories.length; i++) {
            (bool ok, uint256 isValid) = _tryWord(factories[i], abi.encodeCall(IFactory.isValidPool, (pool)));
            if (ok && isValid == 1) {
                facts.factoryIndex = i;
                break;
            }
        }
        if (!isKnown && facts.factoryIndex == factories.length) revert Unreadable(Failure.Foreign);
        (address longToken, address shortToken) = _poolTokens(pool);
        facts.name = _text(pool, abi.encodeCall(IPool.poolName, ()));
        facts.settlementToken =
            _token(_address(pool, abi.encodeCall(IPool.settlementToken, ()), Failure.Pool), Failure.SettlementToken);
        facts.longToken = _token(longToken, Failure.PoolTokens);
        facts.shortToken = _token(shortToken, Failure.PoolTokens);
        facts.committer = _address(pool, abi.encodeCall(IPool.poolCommitter, ()), Failure.Pool);
        facts.keeper = _address(pool, abi.encodeCall(IPool.keeper, ()), Failure.Pool);
        facts.settlementEthOracle = _address(pool, abi.encodeCall(IPool.settlementEthOracle, ()), Failure.Pool);
        facts.settlementEthFeed = _tryAddress(facts.settlementEthOracle, abi.encodeCall(IOracle.oracle, ()));
        facts.settlementEthOracleHash = _spotHash(facts.settlementEthOracle, facts.settlementEthFeed);
        facts.leverageAmount = _bytes16(pool, abi.encodeCall(IPool.leverageAmount, ()), Failure.Pool);
        facts.fee = _bytes16(pool, abi.encodeCall(IPool.fee, ()), Failure.Pool);
        facts.updateIntervalSec = _word(pool, abi.encodeCall(IPool.updateInterval, ()), Failure.Pool);
        facts.frontRunningIntervalSec = _word(pool, abi.encodeCall(IPool.frontRunningInterval, ()), Failure.Pool);
        _readOracleFacts(facts, _address(pool, abi.encodeCall(IPool.oracleWrapper, ()), Failure.Pool));
    }

    /// The state of a pool, and the account's part when there is an account.
    function readPool(address pool, address user)
        external
        view
        returns (State memory state, Account[] memory accounts)
    {
        Contracts memory at = _contracts(pool);
        _readPoolState(state, at);
        _readCommitterState(state, at);
        _readOracle(state, _address(pool, abi.encodeCall(IPool.oracleWrapper, ()), Failure.Pool));
        _readKeeper(state, pool);
        if (user == address(0)) {
            _readQueue(state, at, new uint256[](0));
        } else {
            accounts = new Account[](1);
            _readAccount(accounts[0], state.updateIntervalId, at, user);
            _readQueue(state, at, accounts[0].unAggregatedCommitments);
        }
    }

    function hasHolding(address pool, address user) external view returns (bool) {
        (address longToken, address shortToken) = _poolTokens(pool);
        address committer = _address(pool, abi.encodeCall(IPool.poolCommitter, ()), Failure.Pool);
        if (_word(longToken, abi.encodeCall(IERC20.balanceOf, (user)), Failure.PoolTokens) != 0) return true;
        if (_word(shortToken, abi.encodeCall(IERC20.balanceOf, (user)), Failure.PoolTokens) != 0) return true;
        Balance memory escrow = _balance(committer, abi.encodeCall(ICommitter.getAggregateBalance, (user)));
        if (escrow.longTokens != 0 || escrow.shortTokens != 0 || escrow.settlementTokens != 0) return true;
        (bool hasCommits,) = _tryWord(committer, abi.encodeCall(ICommitter.unAggregatedCommitments, (user, 0)));
        return hasCommits;
    }

    // ------------------------------------------------------------------------------------------------ factories

    /// The factories, and how many pools they have together.
    function _factories(address[] calldata factories) private view returns (Factory[] memory info, uint256 numPools) {
        info = new Factory[](factories.length);
        for (uint256 i; i < factories.length; i++) {
            info[i] = _factory(factories[i]);
            if (info[i].isReadable) numPools += info[i].numPools;
        }
    }

    function _contains(address[] calldata pools, address pool) private pure returns (bool) {
        for (uint256 i; i < pools.length; i++) if (pools[i] == pool) return true;
        return false;
    }

    function _factory(address factory) private view returns (Factory memory info) {
        (bool hasNumber, uint256 numPools) = _tryWord(factory, abi.encodeCall(IFactory.numPools, ()));
        (bool hasKeeper, uint256 keeper) = _tryWord(factory, abi.encodeCall(IFactory.poolKeeper, ()));
        (bool hasClaim, uint256 claim) = _tryWord(factory, abi.encodeCall(IFactory.autoClaim, ()));
        info.numPools = numPools;
        info.poolKeeper = address(uint160(keeper));
        info.autoClaim = address(uint160(claim));
        info.isReadable = hasNumber && hasKeeper && hasClaim && numPools <= MAX_POOLS;
    }

    function _list(
        address[] calldata factories,
        Factory[] memory info,
        address[] memory pools,
        uint256 first,
        uint256 count
    ) private view returns (address[] memory listed) {
        listed = new address[](pools.length + count);
        uint256 length;
        for (; length < pools.length; length++) listed[length] = pools[length];
        for (uint256 i; i < factories.length; i++) {
            uint256 numPools = info[i].isReadable ? info[i].numPools : 0;
            for (; first < numPools && length < listed.length; first++) {
                (bool ok, uint256 pool) = _tryWord(factories[i], abi.encodeCall(IFactory.pools, (first)));
                listed[length++] = ok ? address(uint160(pool)) : address(0);
            }
            if (length == listed.length) break;
            first -= numPools;
        }
        assembly ("memory-safe") { mstore(listed, length) }
    }

    // ---------------------------------------------------------------------------------------- parts of a pool

    function _contracts(address pool) private view returns (Contracts memory at) {
        at.pool = pool;
        at.committer = _address(pool, abi.encodeCall(IPool.poolCommitter, ()), Failure.Pool);
        at.settlementToken = _address(pool, abi.encodeCall(IPool.settlementToken, ()), Failure.Pool);
        (at.longToken, at.shortToken) = _poolTokens(pool);
        at.updateIntervalSec = _word(pool, abi.encodeCall(IPool.updateInterval, ()), Failure.Pool);
        at.frontRunningIntervalSec = _word(pool, abi.encodeCall(IPool.frontRunningInterval, ()), Failure.Pool);
        if (at.updateIntervalSec == 0) revert Unreadable(Failure.Pool);
    }

    function _poolTokens(address pool) private view returns (address long, address short) {
        uint256[] memory tokens = _words(pool, abi.encodeCall(IPool.poolTokens, ()), 2, Failure.Pool);
        return (_toAddress(tokens[0], Failure.Pool), _toAddress(tokens[1], Failure.Pool));
    }

    function _token(address token, Failure failure) private view returns (Token memory) {
        uint256 decimals = _word(token, abi.encodeCall(IERC20.decimals, ()), failure);
        if (decimals > MAX_DECIMALS) revert Unreadable(failure);
        return Token(token, _text(token, abi.encodeCall(IERC20.symbol, ())), decimals);
    }

    function _readPoolState(State memory state, Contracts memory at) private view {
        uint256[] memory balances = _words(at.pool, abi.encodeCall(IPool.balances, ()), 2, Failure.Pool);
        (state.shortBalance, state.longBalance) = (balances[0], balances[1]);
        state.lastPriceTimestampSec = _word(at.pool, abi.encodeCall(IPool.lastPriceTimestamp, ()), Failure.Pool);
        state.secondaryFeeSplitPercent = _word(at.pool, abi.encodeCall(IPool.secondaryFeeSplitPercent, ()), Failure.Pool);
        state.secondaryFeeAddress = _address(at.pool, abi.encodeCall(IPool.secondaryFeeAddress, ()), Failure.Pool);
        state.primaryFees = _word(at.pool, abi.encodeCall(IPool.primaryFees, ()), Failure.Pool);
        state.secondaryFees = _word(at.pool, abi.encodeCall(IPool.secondaryFees, ()), Failure.Pool);
        state.paused = _bool(at.pool, abi.encodeCall(IPool.paused, ()), Failure.Pool);
        state.longTokenSupply = _word(at.longToken, abi.encodeCall(IERC20.totalSupply, ()), Failure.PoolTokens);
        state.shortTokenSupply = _word(at.shortToken, abi.encodeCall(IERC20.totalSupply, ()), Failure.PoolTokens);
    }

    function _readCommitterState(State memory state, Contracts memory at) private view {
        address committer = at.committer;
        Failure failure = Failure.Committer;
        state.updateIntervalId = _word(committer, abi.encodeCall(ICommitter.updateIntervalId, ()), failure);
        state.mintingFee = _bytes16(committer, abi.encodeCall(ICommitter.mintingFee, ()), failure);
        state.burningFee = _bytes16(committer, abi.encodeCall(ICommitter.burningFee, ()), failure);
        state.changeInterval = _bytes16(committer, abi.encodeCall(ICommitter.changeInterval, ()), failure);
        state.feeController = _tryAddress(committer, abi.encodeCall(ICommitter.feeController, ()));
        state.pendingMintSettlementAmount =
            _word(committer, abi.encodeCall(ICommitter.pendingMintSettlementAmount, ()), failure);
        state.pendingLongBurnPoolTokens =
            _word(committer, abi.encodeCall(ICommitter.pendingLongBurnPoolTokens, ()), failure);
        state.pendingShortBurnPoolTokens =
            _word(committer, abi.encodeCall(ICommitter.pendingShortBurnPoolTokens, ()), failure);
        state.committerPaused = _bool(committer, abi.encodeCall(ICommitter.paused, ()), failure);
    }

    function _readKeeper(State memory state, address pool) private view {
        address keeper = _address(pool, abi.encodeCall(IPool.keeper, ()), Failure.Pool);
        state.keeper = keeper;
        state.executionPriceWad = int256(_word(keeper, abi.encodeCall(IKeeper.executionPrice, (pool)), Failure.Pool));
        state.keeperGasPriceWei = _word(keeper, abi.encodeCall(IKeeper.gasPrice, ()), Failure.Pool);
        address ethOracle = _address(pool, abi.encodeCall(IPool.settlementEthOracle, ()), Failure.Pool);
        uint256 price;
        (state.hasSettlementEthPrice, price) = _tryWord(ethOracle, abi.encodeCall(IOracle.getPrice, ()));
        state.settlementEthPriceWad = int256(price);
    }

    // ------------------------------------------------------------------------------------------------- oracles

    /**
     * Only an SMA has `numPeriods`, and its input is a spot wrapper; the input of a spot wrapper is the feed.
     * An oracle that does not answer ends the reading of it, and of nothing else.
     */
    function _readOracleFacts(Facts memory facts, address wrapper) private view {
        facts.oracleWrapper = wrapper;
        (bool hasInput, uint256 word) = _tryWord(wrapper, abi.encodeCall(IOracle.oracle, ()));
        bool hasPeriods;
        (hasPeriods, facts.numPeriods) = _numPeriods(wrapper);
        if (!hasInput || !hasPeriods) return;
        address input = address(uint160(word));
        if (facts.numPeriods == 0) {
            facts.spotWrapper = wrapper;
            facts.feed = input;
        } else {
            bool hasInterval;
            (hasInterval, facts.sampleIntervalSec) = _tryWord(wrapper, abi.encodeCall(IOracle.updateInterval, ()));
            bool hasScaler;
            (hasScaler, word) = _tryWord(wrapper, abi.encodeCall(IOracle.scaler, ()));
            if (!hasInterval || !hasScaler) return;
            facts.scaler = int256(word);
            facts.spotWrapper = input;
            facts.feed = _tryAddress(input, abi.encodeCall(IOracle.oracle, ()));
        }
        facts.hasOracle = true;
        facts.spotWrapperHash = _spotHash(facts.spotWrapper, facts.feed);
        facts.oracleWrapperHash = facts.numPeriods == 0 ? facts.spotWrapperHash : _codeHash(wrapper, SMA_MASK);
        facts.feedDescription = _text(facts.feed, abi.encodeCall(IFeed.description, ()));
    }

    function _readOracle(State memory state, address wrapper) private view {
        (bool hasPrice, uint256 word) = _tryWord(wrapper, abi.encodeCall(IOracle.getPrice, ()));
        if (!hasPrice) return;
        state.oraclePriceWad = int256(word);
        bool hasPeriods;
        (hasPeriods, state.numPeriods) = _numPeriods(wrapper);
        if (!hasPeriods) return;
        (, uint256 input) = _tryWord(wrapper, abi.encodeCall(IOracle.oracle, ()));
        if (state.numPeriods != 0) {
            address spotWrapper = address(uint160(input));
            (hasPrice, word) = _tryWord(spotWrapper, abi.encodeCall(IOracle.getPrice, ()));
            if (!hasPrice || !_readSamples(state, wrapper)) return;
            state.spotPrice = int256(word);
            state.oracleKeeper = _tryAddress(wrapper, abi.encodeCall(IOracle.poolKeeper, ()));
            state.oracleGovernance = _tryAddress(wrapper, abi.encodeCall(IOracle.governance, ()));
            (, input) = _tryWord(spotWrapper, abi.encodeCall(IOracle.oracle, ()));
        }
        state.hasPrice = true;
        (bool hasRound, uint256[] memory round) =
            _tryWords(address(uint160(input)), abi.encodeCall(IFeed.latestRoundData, ()), 5);
        if (hasRound) state.feedUpdatedAtSec = round[3];
    }

    /// 0 for a spot wrapper, which does not have it.
    function _numPeriods(address wrapper) private view returns (bool ok, uint256) {
        (bool isSma, uint256 numPeriods) = _tryWord(wrapper, abi.encodeCall(IOracle.numPeriods, ()));
        if (!isSma) return (true, 0);
        return (numPeriods != 0 && numPeriods <= MAX_SAMPLES, numPeriods);
    }

    /// The stored samples, oldest first: older ones than it averages are deleted. False where one cannot be read.
    function _readSamples(State memory state, address wrapper) private view returns (bool ok) {
        (ok, state.lastSampleSec) = _tryWord(wrapper, abi.encodeCall(IOracle.lastUpdate, ()));
        if (!ok) return false;
        uint256 taken;
        (ok, taken) = _tryWord(wrapper, abi.encodeCall(IOracle.periodCount, ()));
        if (!ok || taken > type(uint128).max) return false;
        state.periodCount = taken;
        uint256 stored = taken < state.numPeriods ? taken : state.numPeriods;
        state.samples = new int256[](stored);
        for (uint256 i; i < stored; i++) {
            uint256 sample;
            (ok, sample) = _tryWord(wrapper, abi.encodeCall(IOracle.prices, (int256(taken - stored + i))));
            if (!ok) return false;
            state.samples[i] = int256(sample);
        }
        return true;
    }

    function _feedPrice(address feed) private view returns (FeedPrice memory price) {
        (bool hasRound, uint256[] memory round) = _tryWords(feed, abi.encodeCall(IFeed.latestRoundData, ()), 5);
        (bool hasDecimals, uint256 decimals) = _tryWord(feed, abi.encodeCall(IFeed.decimals, ()));
        if (!hasRound || !hasDecimals) return price;
        return FeedPrice(int256(round[1]), round[3], decimals, true);
    }

    // ----------------------------------------------------------------------------------------------- the queue

    struct Search {
        address committer;
        /// Found so far; the amounts wrap, as a committer may answer anything, and are only compared.
        uint256 length;
        uint256 mint;
        uint256 longBurn;
        uint256 shortBurn;
        uint256 asked;
    }

    /**
     * Looks for what is queued until it adds up to what the committer says is pending: first where commits are when
     * upkeeps are on time, then where a commit made now goes (far ahead when keepers are late), then one interval
     * after the other, then the account's own.
     */
    function _readQueue(State memory state, Contracts memory at, uint256[] memory own) private view {
        state.totalPoolCommitments = _newCommitments(MAX_QUEUE + MAX_OWN_COMMITMENTS);
        Search memory search = Search(at.committer, 0, 0, 0, 0, 0);
        uint256 next = state.updateIntervalId;
        uint256 ahead = at.frontRunningIntervalSec / at.updateIntervalSec + 2;
        if (ahead > MAX_AHEAD) ahead = MAX_AHEAD;
        uint256 last = state.lastPriceTimestampSec;
        uint256 passed = block.timestamp > last ? (block.timestamp - last) / at.updateIntervalSec : 0;
        uint256 nowFrom = next + (passed > ahead ? passed : ahead);
        uint256 nowTo = next + passed + ahead;

        next = _search(state, search, next, next + ahead);
        _search(state, search, nowFrom, nowTo);
        while (!_isComplete(state, search) && search.asked < MAX_QUEUE && gasleft() > QUEUE_RESERVE_GAS) {
            if (next == nowFrom) next = nowTo;
            next = _search(state, search, next, next + 1);
        }
        uint256 readBelow = next;
        for (uint256 i; i < own.length && !_isComplete(state, search); i++) {
            bool isRead = own[i] < readBelow || (own[i] >= nowFrom && own[i] < nowTo);
            for (uint256 j; j < i && !isRead; j++) isRead = own[j] == own[i];
            if (!isRead) _search(state, search, own[i], own[i] + 1);
        }
        if (!_isComplete(state, search)) state.queueReadBelow = readBelow;

        Commitments[] memory queue = state.totalPoolCommitments;
        uint256 length = search.length;
        assembly ("memory-safe") { mstore(queue, length) }
    }

    /// Reads the intervals from `next` up to `end`, unless all is found before. Returns where it went on to.
    function _search(State memory state, Search memory search, uint256 next, uint256 end) private view returns (uint256) {
        for (; next < end && !_isComplete(state, search); next++) {
            search.asked++;
            bytes memory read = abi.encodeCall(ICommitter.totalPoolCommitments, (next));
            Commitments memory totals = _commitments(next, _words(search.committer, read, 6, Failure.Committer));
            unchecked {
                search.mint += totals.longMintSettlement + totals.shortMintSettlement;
                search.longBurn += totals.longBurnPoolTokens + totals.longBurnShortMintPoolTokens;
                search.shortBurn += totals.shortBurnPoolTokens + totals.shortBurnLongMintPoolTokens;
            }
            if (!_isEmpty(totals)) state.totalPoolCommitments[search.length++] = totals;
        }
        return next;
    }

    function _isComplete(State memory state, Search memory search) private pure returns (bool) {
        return search.mint == state.pendingMintSettlementAmount && search.longBurn == state.pendingLongBurnPoolTokens
            && search.shortBurn == state.pendingShortBurnPoolTokens;
    }

    function _isEmpty(Commitments memory totals) private pure returns (bool) {
        return (
            totals.longMintSettlement | totals.longBurnPoolTokens | totals.shortMintSettlement
                | totals.shortBurnPoolTokens | totals.shortBurnLongMintPoolTokens | totals.longBurnShortMintPoolTokens
        ) == 0;
    }

    /// A list whose entries are all going to be written: `new` would allocate each of them.
    function _newCommitments(uint256 count) private pure returns (Commitments[] memory list) {
        assembly ("memory-safe") {
            list := mload(0x40)
            mstore(list, count)
            mstore(0x40, add(list, mul(add(count, 1), 32)))
        }
    }

    function _commitments(uint256 id, uint256[] memory amounts) private pure returns (Commitments memory) {
        return Commitments(id, amounts[0], amounts[1], amounts[2], amounts[3], amounts[4], amounts[5]);
    }

    // --------------------------------------------------------------------------------------------- the account

    function _readAccount(Account memory account, uint256 currentId, Contracts memory at, address user) private view {
        address settlement = at.settlementToken;
        account.settlementBalance = _word(settlement, abi.encodeCall(IERC20.balanceOf, (user)), Failure.SettlementToken);
        account.settlementAllowance =
            _word(settlement, abi.encodeCall(IERC20.allowance, (user, at.pool)), Failure.SettlementToken);
        account.longBalance = _word(at.longToken, abi.encodeCall(IERC20.balanceOf, (user)), Failure.PoolTokens);
        account.shortBalance = _word(at.shortToken, abi.encodeCall(IERC20.balanceOf, (user)), Failure.PoolTokens);
        account.escrow = _balance(at.committer, abi.encodeCall(ICommitter.getAggregateBalance, (user)));
        account.aggregateBalance = _balance(at.committer, abi.encodeCall(ICommitter.userAggregateBalance, (user)));
        account.unAggregatedCommitments = _ownIntervals(at.committer, user);
        uint256 count = account.unAggregatedCommitments.length;
        account.userCommitments = _newCommitments(count);
        account.executedIntervals = new Executed[](count);
        uint256 executed;
        for (uint256 i; i < count; i++) {
            uint256 id = account.unAggregatedCommitments[i];
            bytes memory read = abi.encodeCall(ICommitter.userCommitments, (user, id));
            account.userCommitments[i] = _commitments(id, _words(at.committer, read, 7, Failure.Account));
            if (id < currentId) account.executedIntervals[executed++] = _executed(at.committer, id);
        }
        Executed[] memory intervals = account.executedIntervals;
        assembly ("memory-safe") { mstore(intervals, executed) }
    }

    /// The list has no length to ask for: reading past its end reverts. A zero is what is left of a removed entry.
    function _ownIntervals(address committer, address user) private view returns (uint256[] memory ids) {
        ids = new uint256[](MAX_OWN_COMMITMENTS);
        uint256 length;
        for (uint256 i; i < MAX_OWN_COMMITMENTS; i++) {
            (bool ok, uint256 id) = _tryWord(committer, abi.encodeCall(ICommitter.unAggregatedCommitments, (user, i)));
            if (!ok) break;
            if (id != 0) ids[length++] = id;
        }
        assembly ("memory-safe") { mstore(ids, length) }
    }

    function _executed(address committer, uint256 id) private view returns (Executed memory) {
        uint256[] memory prices = _words(committer, abi.encodeCall(ICommitter.priceHistory, (id)), 2, Failure.Account);
        bytes16 burnFee = _bytes16(committer, abi.encodeCall(ICommitter.burnFeeHistory, (id)), Failure.Account);
        return Executed(id, bytes16(bytes32(prices[0])), bytes16(bytes32(prices[1])), burnFee);
    }

    function _balance(address committer, bytes memory read) private view returns (Balance memory) {
        uint256[] memory amounts = _words(committer, read, 3, Failure.Account);
        return Balance(amounts[0], amounts[1], amounts[2]);
    }

    // ------------------------------------------------------------------------------- reads of contracts of strangers

    /// One word of an answer; false when the contract reverts, runs out of gas or answers less.
    function _tryWord(address target, bytes memory data) private view returns (bool ok, uint256 value) {
        uint256 gasLimit = READ_GAS;
        assembly ("memory-safe") {
            ok := staticcall(gasLimit, target, add(data, 32), mload(data), 0, 32)
            ok := and(ok, gt(returndatasize(), 31))
            if ok { value := mload(0) }
        }
    }

    /// An address; 0 when the contract does not give one.
    function _tryAddress(address target, bytes memory data) private view returns (address) {
        (, uint256 word) = _tryWord(target, data);
        return address(uint160(word));
    }

    /**
     * The same of a spot wrapper, if it makes wads of its feed's answers: the published constructor sees to that, and the same
     * code can be deployed by another one.
     */
    function _spotHash(address wrapper, address feed) private view returns (bytes32) {
        (, uint256 scaler) = _tryWord(wrapper, abi.encodeCall(IOracle.scaler, ()));
        (bool ok, uint256 decimals) = _tryWord(feed, abi.encodeCall(IFeed.decimals, ()));
        bool isWad = ok && decimals < 19 && scaler == 10 ** (18 - decimals);
        return isWad ? _codeHash(wrapper, SPOT_MASK) : bytes32(0);
    }

    /// Hash of a contract's code, with zeros for the 32 bytes at each offset in `mask`.
    function _codeHash(address target, uint256 mask) private view returns (bytes32 hash) {
        assembly ("memory-safe") {
            let code := mload(0x40)
            let size := extcodesize(target)
            extcodecopy(target, code, 0, size)
            for {} mask { mask := shr(16, mask) } { mstore(add(code, and(mask, 0xffff)), 0) }
            hash := keccak256(code, size)
        }
    }

    function _tryWords(address target, bytes memory data, uint256 count)
        private
        view
        returns (bool ok, uint256[] memory values)
    {
        values = new uint256[](count);
        uint256 gasLimit = READ_GAS;
        assembly ("memory-safe") {
            let size := mul(count, 32)
            ok := staticcall(gasLimit, target, add(data, 32), mload(data), add(values, 32), size)
            ok := and(ok, iszero(lt(returndatasize(), size)))
        }
    }

    function _word(address target, bytes memory data, Failure failure) private view returns (uint256) {
        (bool ok, uint256 value) = _tryWord(target, data);
        if (!ok) revert Unreadable(failure);
        return value;
    }

    function _words(address target, bytes memory data, uint256 count, Failure failure)
        private
        view
        returns (uint256[] memory)
    {
        (bool ok, uint256[] memory values) = _tryWords(target, data, count);
        if (!ok) revert Unreadable(failure);
        return values;
    }

    function _bool(address target, bytes memory data, Failure failure) private view returns (bool) {
        uint256 value = _word(target, data, failure);
        if (value > 1) revert Unreadable(failure);
        return value == 1;
    }

    function _bytes16(address target, bytes memory data, Failure failure) private view returns (bytes16) {
        return bytes16(bytes32(_word(target, data, failure)));
    }

    function _address(address target, bytes memory data, Failure failure) private view returns (address) {
        return _toAddress(_word(target, data, failure), failure);
    }

    function _toAddress(uint256 word, Failure failure) private pure returns (address) {
        if (word > type(uint160).max) revert Unreadable(failure);
        return address(uint160(word));
    }

    /// A string, cut; empty when there is none.
    function _text(address target, bytes memory data) private view returns (string memory) {
        bytes memory text = new bytes(MAX_TEXT_BYTES);
        uint256 gasLimit = READ_GAS;
        uint256 maxBytes = MAX_TEXT_BYTES;
        assembly ("memory-safe") {
            let ok := staticcall(gasLimit, target, add(data, 32), mload(data), 0, 64)
            let size := returndatasize()
            // A string is encoded as: 32 (where it begins), its length, its bytes.
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

    /// A call of this contract to itself, so that what goes wrong in it goes wrong alone.
    function _alone(bytes memory data, uint256 allowance) private view returns (Answer memory answer) {
        bool isRead;
        (isRead, answer.data) = address(this).staticcall{gas: allowance}(data);
        if (!isRead) (answer.failure, answer.data) = (_failure(answer.data), "");
    }

    /// Without an error of this contract's own, the call ran out of gas.
    function _failure(bytes memory error) private pure returns (Failure) {
        if (error.length != 36) return Failure.Gas;
        // Not its own either: a panic, as the pool's numbers do not fit together.
        if (bytes4(error) != Unreadable.selector) return Failure.Pool;
        uint256 failure;
        assembly ("memory-safe") { failure := mload(add(error, 36)) }
        return Failure(failure);
    }
}
