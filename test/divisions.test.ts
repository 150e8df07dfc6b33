/** Divisions: the table against the package it is written from, and names that mean one, several or none. */
import { describe, expect, it } from 'vitest'
import { divisionTable } from '../grammars/lexicon/divisions.js'
import { divisions, table } from '../scripts/write-divisions.mjs'
import { findDivision } from '../src/index.js'
import { chainOf, divisionOf } from '../src/knowledge/divisions.js'

it('the table is what the script writes', () => {
  expect(divisionTable).toBe(table())
})

it('every division of the package comes out of the table', () => {
  const wrong = divisions().filter(([code, name]) => divisionOf(code)?.name !== name)
  expect(wrong).toEqual([])
  expect(divisions().length).toBeGreaterThan(3150)
})

describe('findDivision', () => {
  it.each([
    ['北京市', '110000', 'province'],
    ['内蒙古', '150000', 'province'],
    ['广西壮族自治区', '450000', 'province'],
    ['广西', '450000', 'province'],
    ['香港', '810000', 'province'],
    ['太原', '140100', 'prefecture'],
    ['延边州', '222400', 'prefecture'],
    ['湘西土家族苗族自治州', '433100', 'prefecture'],
    ['伊犁哈萨克自治州', '654000', 'prefecture'],
    ['兴安盟', '152200', 'prefecture'],
    ['大兴安岭地区', '232700', 'prefecture'],
    ['潮州市', '445100', 'prefecture'],
    ['清徐县', '140121', 'county'],
    ['海淀区', '110108', 'county'],
    ['崇明区', '310151', 'county'],
    ['昆山', '320583', 'county'],
    ['济源市', '419001', 'county'],
    ['神农架林区', '429021', 'county'],
    ['大厂县', '131028', 'county'],
    ['莫力达瓦达斡尔族自治旗', '150722', 'county'],
    ['石河子市', '659001', 'county'],
    ['湘桥区', '445102', 'county'],
    ['140100', '140100', 'prefecture'],
  ])('%s is %s', (name, code, level) => {
    expect(findDivision(name)).toMatchObject({ code, level })
  })

  it('does not choose among several, unless told where', () => {
    expect(findDivision('朝阳区')).toBeNull()
    expect(findDivision('吉林')).toBeNull()
    expect(findDivision('朝阳区', '北京市')?.code).toBe('110105')
    expect(findDivision('鼓楼区', '320000')).toBeNull()
    expect(findDivision('鼓楼区', '南京市')?.code).toBe('320106')
  })

  it('knows no division where there is none', () => {
    for (const name of ['', '示例市', '市', '990000', '太原市教育局']) expect(findDivision(name)).toBeNull()
    expect(findDivision('清徐县', '示例市')).toBeNull()
  })
})

it('a division stands under those above it', () => {
  expect(chainOf(findDivision('清徐县')!).map((d) => d.name)).toEqual(['山西省', '太原市', '清徐县'])
  expect(chainOf(findDivision('济源市')!).map((d) => d.name)).toEqual(['河南省', '济源市'])
  expect(chainOf(findDivision('海淀区')!).map((d) => d.name)).toEqual(['北京市', '海淀区'])
})
