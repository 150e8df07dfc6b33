/** What a view does beyond its markup: tells of a mark on hover and focus, and leads between marks and facts. */

export const viewScript: string = `
(() => {
  const root = document.documentElement
  root.classList.add('js')
  const tip = document.createElement('div')
  tip.id = 'tip'
  tip.hidden = true
  tip.setAttribute('role', 'tooltip')
  document.body.append(tip)
  let shown = null
  let timer = 0
  const entryOf = (mark) => {
    const [, view, n] = /^(.+)-m(\\d+)$/.exec(mark.dataset.of) ?? []
    // Parts that have no entry stand behind the entry of the whole.
    for (let k = Number(n); k >= 0; k--) {
      const entry = document.getElementById(view + '-f' + k)
      if (entry) return entry
    }
    return null
  }
  const partsOf = (id) => document.querySelectorAll('mark[data-of="' + id + '"]')
  let hot = []
  const heat = (marks) => {
    for (const element of hot) element.classList.remove('hot')
    hot = marks
    for (const element of hot) element.classList.add('hot')
  }
  const hidden = (mark) => {
    const kind = /(?:^| )k-(\\w+)/.exec(mark.className)?.[1]
    const box = kind && mark.closest('.notice')?.querySelector('.t-' + kind)
    return box ? !box.checked : mark.classList.contains('h')
  }
  const chainOf = (mark) => {
    const chain = []
    for (let at = mark; at; at = at.parentElement?.closest('mark') ?? null) if (!hidden(at)) chain.push(at)
    return chain
  }
  const show = (mark) => {
    clearTimeout(timer)
    const chain = chainOf(mark).slice(0, 4)
    if (!chain.length) return hide()
    if (shown === chain[0]) return
    shown?.removeAttribute('aria-describedby')
    shown = chain[0]
    tip.replaceChildren(...chain.map((one) => {
      const box = document.createElement('div')
      box.className = 'one ' + one.className.replace(/\\bk\\b(?!-)/, '')
      one.dataset.tip.split('\\n').forEach((line, i) => {
        const row = document.createElement(i ? 'span' : 'b')
        row.textContent = line
        box.append(row)
      })
      return box
    }))
    tip.hidden = false
    place(mark)
    mark.setAttribute('aria-describedby', 'tip')
    const entry = entryOf(chain[0])
    heat([...partsOf(chain[0].dataset.of), ...(entry ? [entry] : [])])
  }
  const place = (mark) => {
    const box = mark.getClientRects()[0]
    if (!box) return
    const { width, height } = tip.getBoundingClientRect()
    const below = box.bottom + 8
    // Over the sheet: the entry beside it stays in view.
    const edge = Math.min(innerWidth, mark.closest('.sheet').getBoundingClientRect().right)
    tip.style.left = Math.max(12, Math.min(box.left, edge - width - 12)) + 'px'
    tip.style.top = (below + height > innerHeight - 8 && box.top - height - 8 > 0 ? box.top - height - 8 : below) + 'px'
  }
  const hide = () => {
    clearTimeout(timer)
    tip.hidden = true
    shown?.removeAttribute('aria-describedby')
    shown = null
    heat([])
  }
  const later = () => {
    clearTimeout(timer)
    timer = setTimeout(hide, 180)
  }
  const markAt = (event) => event.target.closest?.('.sheet mark')
  addEventListener('mouseover', (event) => {
    const mark = markAt(event)
    if (mark) show(mark)
    else if (event.target.closest?.('#tip')) clearTimeout(timer)
    else {
      if (shown && shown !== document.activeElement) later()
      const entry = event.target.closest?.('.fact,.doubt')
      const id = entry && entry.id.replace(/-f(\\d+)$/, '-m$1')
      if (!shown) heat(entry ? [...partsOf(id)] : [])
    }
  })
  addEventListener('focusin', (event) => {
    const mark = markAt(event)
    if (mark) show(mark)
    else if (shown) hide()
  })
  addEventListener('scroll', () => { if (shown) place(shown) }, true)
  /** To the entry of a mark, in the panel or down the page. */
  const toEntry = (mark) => {
    const [first] = chainOf(mark)
    const entry = first && entryOf(first)
    if (!entry) return
    hide()
    history.pushState(null, '', '#' + entry.id)
    // Sets :target, which pushState does not.
    location.replace('#' + entry.id)
    entry.querySelector('a')?.focus({ preventScroll: true })
  }
  addEventListener('click', (event) => {
    const mark = markAt(event)
    if (!mark || !getSelection().isCollapsed) return
    // On a touch screen the first tap shows, as hovering would.
    if (matchMedia('(hover:none)').matches && shown !== chainOf(mark)[0]) return show(mark)
    toEntry(mark)
  })
  addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && !tip.hidden) return hide()
    const mark = event.key === 'Enter' ? markAt(event) : null
    if (mark) toEntry(mark)
  })
  addEventListener('hashchange', () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)))
    if (target?.matches('.sheet mark')) target.focus({ preventScroll: true })
  })
})()
`
