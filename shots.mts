import { chromium } from '@playwright/test'
const b = await chromium.launch()
const only = process.argv[2]
for (const [w,h] of [[390,844],[1440,900]] as const) for (const scheme of ['light','dark'] as const) {
  const p = await b.newPage({ viewport: { width: w, height: h }, colorScheme: scheme })
  p.on('pageerror', (e) => console.log('ERR', e.message))
  for (const [name, path] of [['markets','/'],['portfolio','/portfolio?account=0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266'],['bridge','/bridge'],['create','/create'],['fees','/treasury'],['tx','/transactions']] as const) {
    if (only && only !== name) continue
    await p.goto('http://localhost:5313/#'+path); await p.waitForTimeout(name==='markets'?6000:2500)
    await p.screenshot({ path: `/tmp/p3/${name}-${w}-${scheme}.png` })
    if (w===390 && name==='markets') { await p.getByRole('button',{name:'Menu'}).click(); await p.waitForTimeout(300); await p.screenshot({ path: `/tmp/p3/menu-${w}-${scheme}.png` }); await p.keyboard.press('Escape'); console.log('focus', await p.evaluate(()=>document.activeElement?.textContent), await p.evaluate(()=>document.querySelector('header')?.getBoundingClientRect().height, )) 
      await p.getByRole('button',{name:'Menu'}).click(); await p.getByRole('navigation',{name:'Main'}).getByRole('link',{name:'Bridge'}).click(); await p.waitForTimeout(500); console.log(p.url(), await p.evaluate(()=>[document.activeElement?.id, document.querySelector('#pages')?.matches(':popover-open')])) }
  }
  await p.close()
}
await b.close()
