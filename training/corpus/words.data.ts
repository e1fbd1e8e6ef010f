const list = (text: string): readonly string[] => text.trim().split(/\s*[,\n]\s*/);

/** Word lists of our own. All people and firms are fictitious. */
export const words = {
  first: list(
    `Ada, Amina, Anselm, Arlo, Astrid, Benedikt, Bianca, Bram, Calla, Cedric, Chidi, Clara, Corin, Dalia, Dario, Delphine, Dmitri, Edda, Eliot, Elif, Emeka, Esme, Fabian, Farah, Felix, Fiona, Gideon, Greta, Hana, Hector, Helga, Hugo, Ida, Imran, Ines, Isolde, Ivor, Jamal, Janelle, Jonas, Josefa, Juno, Kaito, Kamila, Keir, Kenji, Lars, Leila, Leopold, Linnea, Lucian, Mabel, Magnus, Malia, Marta, Mateo, Mei, Milo, Mirela, Nadia, Nils, Nora, Odette, Olga, Omar, Oriel, Otto, Paloma, Pavel, Petra, Quentin, Rafaela, Ravi, Rhea, Roland, Rosa, Rufus, Sabine, Salim, Saskia, Selma, Silas, Sofia, Stellan, Suri, Tadeo, Tamsin, Tariq, Thea, Tobias, Ulla, Umar, Valeria, Vera, Viktor, Wanda, Wilhelm, Xenia, Yara, Yusuf, Zelda, Zora, José, Renée, Søren, Zoë, Björn, Chloé, Łukasz, Siân, François, Nuñez`,
  ),
  last: list(
    `Abernathy, Adeyemi, Aldous, Amsel, Ashworth, Bakker, Barrow, Beaumont, Birch, Blakely, Bramwell, Brandt, Calder, Castellan, Chandra, Clemens, Corwin, Dalgaard, Darzi, Denholm, Dorsey, Drummond, Eastman, Ekström, Ellery, Escobar, Fairfax, Farrow, Fenwick, Ferreira, Finch, Gallo, Garrick, Goddard, Grantham, Hale, Hartwell, Haverford, Hollis, Ibarra, Imanov, Ingram, Jansky, Jericho, Kallio, Kessler, Kimura, Kovač, Lachance, Langley, Larkin, Lindqvist, Lockhart, Lovell, Macready, Marchetti, Marlowe, Mbeki, Merrick, Moreau, Nakata, Navarro, Norwood, Novak, Oakes, Obi, Okafor, Osterman, Pacheco, Pemberton, Petrov, Pruitt, Quill, Quintero, Radcliffe, Rahimi, Ravenscroft, Redmond, Rossi, Sandoval, Santos, Sauer, Selwyn, Sinclair, Solberg, Stroud, Takeda, Tanaka, Thorne, Tolliver, Tran, Underhill, Vance, Varga, Vidal, Voss, Wadsworth, Weller, Whitlock, Winslow, Wójcik, Yilmaz, Yoon, Zamora, Zeller, Müller, Peña, O'Dell, D'Amato, Saint-Clair`,
  ),
  syllable: list(
    `ba, be, bo, bri, ca, ce, cla, co, cor, da, de, di, do, dra, du, el, en, er, fa, fe, fi, flo, ga, ge, gli, go, gra, ha, hel, hy, in, ir, is, ja, jo, ka, ke, ki, kor, la, le, li, lo, lum, ma, me, mi, mo, mur, na, ne, ni, no, nu, ol, om, or, pa, pe, pi, pla, pro, qua, qui, ra, re, ri, ro, ru, sa, se, si, so, sta, su, ta, te, ti, to, tra, tu, ul, um, un, va, ve, vi, vo, wa, we, xa, xe, ya, ye, yo, za, ze, zo`,
  ),
  drugEnd: list(
    `mab, nib, pril, olol, statin, azole, cillin, mycin, pine, sartan, tidine, zepam, gliptin, parin, oxetine, afil, dronate, formin, profen, caine, vir, xaban, setron, lukast`,
  ),
  drug: list(
    `aspirin, paracetamol, ibuprofen, metformin, lisinopril, ramipril, amlodipine, atorvastatin, simvastatin, omeprazole, pantoprazole, furosemide, bisoprolol, metoprolol, apixaban, warfarin, sertraline, citalopram, amoxicillin, doxycycline, prednisolone, salbutamol, insulin glargine, levothyroxine, gabapentin, tramadol, codeine, ondansetron, cetirizine, losartan`,
  ),
  complaint: list(
    `chest pain, shortness of breath, abdominal pain, headache, dizziness, a fall, back pain, ankle injury, wrist pain, fever, cough, sore throat, vomiting, nausea, diarrhea, palpitations, rash, laceration to the hand, head injury, hip pain, knee swelling, ear pain, eye redness, blurred vision, painful urination, blood in urine, leg swelling, weakness, confusion, fainting, seizure, allergic reaction, burn to the forearm, dental pain, neck stiffness, shoulder pain, calf pain, nosebleed, difficulty swallowing, constipation, anxiety, low mood, poor sleep, fatigue, weight loss, loss of appetite, numbness in the arm, facial droop, wheezing, insect bite, flank pain, pelvic pain, joint stiffness, tremor, memory loss, hoarse voice, swollen glands, itching, muscle cramps, heartburn`,
  ),
  condition: list(
    `hypertension, type 2 diabetes, diabetes, asthma, atrial fibrillation, heart failure, chronic kidney disease, COPD, osteoarthritis, migraine, depression, anxiety, hypothyroidism, epilepsy, gout, anemia, stroke, angina, coronary artery disease, pneumonia, cellulitis, urinary tract infection, gastroenteritis, appendicitis, gallstones, diverticulitis, peptic ulcer disease, reflux disease, hip fracture, wrist fracture, ankle sprain, concussion, deep vein thrombosis, pulmonary embolism, sepsis, bronchitis, influenza, psoriasis, eczema, glaucoma, rheumatoid arthritis, osteoporosis, sleep apnea, kidney stones, pancreatitis, hyponatremia, dehydration, vertigo, tonsillitis, sinusitis, iron deficiency, breast cancer, lung cancer, prostate enlargement, dementia, Parkinson disease, multiple sclerosis`,
  ),
  specialty: list(
    `cardiology, neurology, orthopedics, general surgery, gastroenterology, respiratory medicine, rheumatology, endocrinology, dermatology, ophthalmology, psychiatry, physiotherapy, oncology, urology, nephrology, hematology, geriatrics, the pain clinic, the stroke team, the fracture clinic, palliative care, dietetics`,
  ),
  ward: list(
    `acute medical unit, surgical ward, cardiac unit, stroke unit, Ward 7, Ward 12B, maple ward, day unit, rehabilitation ward, intensive care, orthopedic ward, observation unit, Cedar, Bay C, North wing, short stay unit`,
  ),
  arrivalMode: list(
    `ambulance, car, own transport, police, taxi, helicopter, public transport, family car, private vehicle`,
  ),
  allergen: list(
    `penicillin, latex, nuts, shellfish, none known, no known allergies, sulfa drugs, aspirin, iodine, eggs, bee stings, codeine, pollen, adhesive dressings`,
  ),
  procedure: list(
    `appendectomy, knee replacement, hip replacement, cataract surgery, coronary angiography, colonoscopy, gallbladder removal, hernia repair, wound closure, cardioversion, chest drain insertion, skin biopsy, endoscopy, fracture reduction, pacemaker insertion, lumbar puncture, blood transfusion`,
  ),
  symptom: list(
    `sweating, nausea, mild fever, chills, cough, swelling, reduced appetite, light-headedness, tingling, photophobia, poor sleep, fatigue, breathlessness on exertion, muscle aches, a dry mouth, bruising, tenderness, reduced range of motion`,
  ),
  level: list(
    `urgent, semi-urgent, non-urgent, emergency, routine, standard, immediate, very urgent, low, medium, high, mild, moderate, severe, critical, stable, guarded`,
  ),
  person: list(
    `nurse, attending physician, resident, charge nurse, general practitioner, paramedic, therapist, physician assistant`,
  ),
  job: list(
    `teacher, farmer, electrician, retired, nurse, office worker, chef, student, carpenter, driver, librarian, engineer, shop assistant, unemployed, accountant, welder`,
  ),
  company: list(
    `Harbor, Summit, Northgate, Bluefield, Ironwood, Silverline, Larkspur, Cobalt, Meridian, Fairview, Redstone, Willow, Kestrel, Pinnacle, Evergreen, Crescent, Granite, Lakeshore, Beacon, Sterling, Juniper, Falcon, Orchard, Tidewater, Foxglove, Quarry, Amberley, Stonebridge`,
  ),
  companyKind: list(
    `Logistics, Holdings, Foods, Systems, Partners, Builders, Energy, Textiles, Media, Insurance, Bank, Labs, Properties, Motors, Freight, Health, Robotics, Pharma, Design, Retail, Capital, Marine`,
  ),
  companyEnd: list(`Inc., LLC, Ltd, Corp, LLP, GmbH, Co, Group, plc`),
  city: list(
    `Ashford, Brookhaven, Carrow, Dunmore, Eastvale, Fernley, Glenrock, Hartsfield, Inverley, Kingsport, Lakemoor, Millbrook, Norwick, Oakdale, Port Hale, Quincy Bay, Ridgeton, Stonehaven, Thornbury, Westbrook, Wexley, Yarrow`,
  ),
  state: list(
    `Delaware, New York, California, Texas, Ohio, Nevada, Illinois, Florida, Washington, Ontario, England and Wales, Scotland, New South Wales, Georgia, Oregon, Virginia, Colorado, Massachusetts`,
  ),
  court: list(
    `District Court, Superior Court, High Court, Court of Appeals, Commercial Court, Family Court, County Court, Bankruptcy Court, Chancery Court, Circuit Court, Employment Tribunal, Probate Court`,
  ),
  area: list(
    `employment, commercial litigation, intellectual property, real estate, personal injury, family law, tax, bankruptcy, immigration, insurance coverage, product liability, privacy, antitrust, construction, probate, securities, corporate, environmental, data protection, healthcare`,
  ),
  matterKind: list(
    `breach of contract, wrongful termination, slip and fall, patent infringement, trademark dispute, lease dispute, asset purchase, merger, discrimination claim, custody, divorce, unpaid wages, medical malpractice, defamation, regulatory inquiry, debt collection, estate administration, licensing agreement, zoning appeal, fraud, negligence, trade secret misappropriation, shareholder dispute, construction defect, vehicle collision`,
  ),
  stage: list(
    `discovery, pleadings, pre-trial, trial, appeal, settlement, mediation, investigation, closing, intake, due diligence, negotiation, post-judgment, arbitration, enforcement`,
  ),
  role: list(
    `partner, associate, paralegal, senior associate, counsel, of counsel, law clerk, legal assistant, trainee, managing partner, litigation support specialist`,
  ),
  task: list(
    `drafting the motion, document review, legal research, client call, deposition preparation, contract review, court appearance, witness interview, settlement negotiations, reviewing discovery responses, preparing exhibits, drafting correspondence, revising the agreement, trial preparation, conference with counsel, privilege review, due diligence, drafting interrogatories, editing the brief, file organization`,
  ),
  docType: list(
    `email, memorandum, letter, draft agreement, spreadsheet, presentation, report, meeting notes, contract, invoice, text message, board minutes, engagement letter, email chain, handwritten notes, draft pleading`,
  ),
  privilege: list(
    `attorney-client privilege, work product, attorney-client communication, common interest, joint defense, settlement privilege, attorney work product, deliberative process, legal advice, litigation privilege`,
  ),
  topic: list(
    `the proposed settlement, the supply agreement, pending litigation, the termination clause, regulatory compliance, the indemnity provisions, the lease renewal, tax treatment, the board vote, the merger timetable, insurance coverage, the audit findings, employee grievances, the licensing terms, product recall, data retention, the warranty claim, export controls, the draft complaint, expert evidence`,
  ),
  motion: list(
    `motion to dismiss, motion for summary judgment, motion to compel, answer, complaint, amended complaint, notice of appearance, scheduling order, stipulation, motion in limine, order granting extension, notice of appeal, summons, reply brief, motion to seal, proposed order, status report, subpoena, judgment, motion to strike, request for production`,
  ),
  ruling: list(
    `granted, denied, granted in part, pending, under advisement, withdrawn, moot, continued, dismissed, affirmed, reversed, remanded`,
  ),
  party: list(
    `plaintiff, defendant, petitioner, respondent, appellant, appellee, intervenor, third-party defendant, claimant`,
  ),
  injury: list(
    `broken wrist, neck strain, concussion, back injury, lost earnings, property damage, burns, knee injury, emotional distress, whiplash, torn ligament, water damage`,
  ),
  status: list(
    `open, closed, pending, active, on hold, complete, in progress, approved, rejected, shipped, returned, draft, overdue, cancelled, resolved, escalated, new`,
  ),
  source: list(
    `website, referral, walk-in, phone call, existing client, social media, bar association, advertisement, email, search engine`,
  ),
  color: list(
    `red, blue, green, black, white, gray, amber, teal, navy, silver, brown, yellow, purple, orange`,
  ),
  thing: list(
    `desk lamp, water bottle, running shoes, office chair, garden hose, coffee grinder, backpack, keyboard, winter coat, bicycle helmet, notebook, blender, tent, wall clock, toolbox, picture frame, headphones, kettle, rug, phone case, training course, delivery service, repair visit, subscription, warehouse shelf, pump, sensor, printer, forklift`,
  ),
  trait: list(
    `durable, lightweight, easy to clean, waterproof, compact, noisy, well made, late delivery, damaged box, friendly staff, poor fit, good value, slow response, clear instructions, missing parts, comfortable, faulty switch, as described, long wait, clean room`,
  ),
  noun: list(
    `account, activity, address type, agency, area, asset, assessment, balance, batch, branch, budget, building, campaign, capacity, carrier, case, category, channel, charge, claim, class, client type, cohort, color, comment type, condition, contact method, contract type, cost, country, county, course, coverage, currency, customer, customer segment, decision, delivery method, department, deposit, description type, destination, device, discount, distance, district, division, duration, education, email domain, employee, employer, entity, equipment, event, exposure, facility, faculty, fee, field, firm, floor, form, format, frequency, fund, grade, group, height, household, income, industry, interest rate, item, journal, kind, label, language, length, level, line, load, location, machine, manager, margin, marital status, market, material, measure, meeting, member, method, mileage, mode, model, month, nationality, network, note type, occupation, office, opinion type, order, origin, outcome, owner, package, panel, parcel, payment, payment method, penalty, period, permit, phase, plan, platform, policy, population, port, position, premium, price, priority, procedure, process, product, program, project, property, province, purpose, quality, quantity, race, rank, rating, reason, reference, region, relationship, rent, report, request, residence, resource, response, result, revenue, review, risk, room, route, salary, sample, school, score, season, sector, segment, series, service, session, severity, shift, site, size, skill, sort, source, speed, staff, standard, state, status, step, stock, store, subject, supplier, survey, system, target, task, team, temperature, term, test, theme, ticket, time zone, title, topic, total, town, track, trade, transaction, transport, treatment, type, unit, usage, user, value, vendor, version, visit, volume, warranty, weather, weight, work class, workload, year, zone`,
  ),
  modifier: list(
    `annual, average, base, billing, client, contact, current, daily, default, estimated, expected, final, gross, home, initial, internal, last, legal, local, main, maximum, mean, medical, minimum, monthly, native, net, new, old, original, overall, paid, past, patient, primary, prior, project, public, recent, reported, secondary, service, shipping, site, special, standard, total, unit, weekly, work`,
  ),
  nounEnd: list(
    `code, id, number, count, rate, score, index, name, flag, date, time, level, class, group, status, type, amount, total, ratio, percent`,
  ),
  style: list(
    `brief, friendly, warm, clear and direct, short sentences, neutral tone, professional, for a busy reader, simple words, careful, cheerful, detailed, in the past tense, like an email, concise, polite, dry, easy to read, matter of fact, empathetic`,
  ),
  month: list(
    `January, February, March, April, May, June, July, August, September, October, November, December`,
  ),
  month3: list(`Jan, Feb, Mar, Apr, May, Jun, Jul, Aug, Sep, Oct, Nov, Dec`),
  weekday: list(`Monday, Tuesday, Wednesday, Thursday, Friday, Saturday, Sunday`),
  unit: list(
    `mg, mL, kg, cm, mmHg, C, bpm, km, hours, days, weeks, months, minutes, units, pages, %, g/dL, mmol/L, mcg, EUR, USD`,
  ),
} as const satisfies Record<string, readonly string[]>;

export type WordList = keyof typeof words;
