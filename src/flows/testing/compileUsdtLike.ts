import solc from 'solc'
import type { Hex } from 'viem'

/** As USDT has it: `approve` returns nothing, and a new approval is taken only where there is none. */
const SOURCE = `
pragma solidity ^0.8.0;
contract UsdtLike {
    mapping(address => mapping(address => uint256)) public allowance;
    string public constant symbol = "USDC";
    uint8 public constant decimals = 6;
    event Approval(address indexed owner, address indexed spender, uint256 value);
    function balanceOf(address) external pure returns (uint256) { return 1e12; }
    function approve(address spender, uint256 amount) external {
        require(amount == 0 || allowance[msg.sender][spender] == 0);
        allowance[msg.sender][spender] = amount;
        emit Approval(msg.sender, spender, amount);
    }
}`

interface SolcOutput {
  readonly contracts: {
    readonly 'UsdtLike.sol': {
      readonly UsdtLike: {
        readonly evm: { readonly deployedBytecode: { readonly object: string } }
      }
    }
  }
}

/** Runtime code of a token whose approvals are as odd as USDT's, to be put in the place of another. */
export function compileUsdtLike(): Hex {
  const input = {
    language: 'Solidity',
    sources: { 'UsdtLike.sol': { content: SOURCE } },
    settings: {
      evmVersion: 'london',
      outputSelection: { '*': { UsdtLike: ['evm.deployedBytecode.object'] } },
    },
  }
  const output = JSON.parse(solc.compile(JSON.stringify(input))) as SolcOutput
  return `0x${output.contracts['UsdtLike.sol'].UsdtLike.evm.deployedBytecode.object}`
}
