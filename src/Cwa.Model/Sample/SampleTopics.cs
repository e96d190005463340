namespace Cwa.Model;

/// <summary>The topics of agencies with a field of their own. The others talk about their theme's topics.</summary>
internal static class SampleTopics
{
    private const string Table = """
        ACDA: inspections under treaties; export of sensitive goods; facts for teachers
        ADF: small grants abroad; village enterprises; partners in Africa
        AMS: market reports; organic labels; farmers' markets; grading fees
        APHIS: movement of animals and plants; quarantine of fruit flies; export certificates; dogs and cats in transit
        ARMY: housing on post; moves; family services; medical appointments
        ATF: permits for dealers; tracing requests; labels of wine and spirits
        BEP: mutilated currency; tours of the plant; new twenty-dollar notes
        BIA: schools on reservations; land records; road repairs
        BLM: grazing permits; wild horses and burros; trail conditions; recreation fees; mining claims
        BLS: figures on pay; consumer prices explained; data by telephone
        BOP: visits to inmates; letters from families; halfway houses
        BPD: savings bonds; bonds that were lost; bonds by payroll deduction
        CENSUS: questions of the census; addresses that are missing; small-area figures; figures on the World Wide Web
        CFTC: complaints about brokers; rules for farm options; market figures
        CIA: requests for old records; the world factbook; recruiting at colleges
        CPSC: product recalls; crib safety; the consumer hotline
        DEA: registration of doctors; prescription forms; drug education
        DECA: commissary hours; prices on the shelf; special orders; checkout lines
        DFAS: pay questions; travel vouchers; retired pay; vendor payments
        DOE: energy at home; cleanup near old plants; appliance labels
        DOL: wage and hour rules; training for dislocated workers; pension questions
        EEOC: charges of unfair treatment; mediation; the wait for an interview
        EPA: clean water; air quality by zip code; permits for small plants; pesticides at home; brownfields
        ESA: wage and hour rules; family leave; black lung claims
        ETA: job search on line; training for dislocated workers; youth programs
        EXIM: insurance for exporters; loans for small exporters; forms for banks
        FAA: delays and how they are explained; pilot certificates; aircraft noise; safety in the cabin
        FBI: background checks; fingerprint cards; records requests
        FCC: telephone bills; broadcast licenses; slamming; access for deaf callers
        FDA: the reporting of side effects; medicine labels; food labels; mammography clinics
        FDIC: deposit insurance explained; complaints about a bank; failed banks
        FEC: reports of small campaigns; electronic filing; contribution limits
        FEMA: help after a disaster; flood insurance; community plans for emergencies; the first visit of an inspector
        FERC: hydropower licenses; pipelines near homes; filings on line
        FHA: mortgage insurance; home inspections; lenders' questions
        FHWA: work zones; road signs; bridge repairs; truck safety
        FMC: ocean freight contracts; cruise refunds; licenses of forwarders
        FMS: payments by direct deposit; lost checks; offsets explained
        FNS: school meals; electronic benefit cards; food for young mothers; food pantries
        FRA: grade crossings; train horns; track inspections
        FRTIB: fund choices; loans from the plan; statements
        FSA: crop loss assistance; farm loans; sign-up dates; paperwork at the county office
        FSIS: food safety at home; inspection hours; the meat and poultry hotline; labels on meat
        FTA: bus service; access to stations; planning grants
        FTC: telemarketing fraud; credit reports; labels on clothing
        GSA: office space; travel cards; surplus property; child care in federal buildings
        HCFA: health plan choices; the Medicare handbook; nursing home information; claims by mail
        HRSA: community health centers; organ donation; rural clinics
        IAF: grants for local groups; partners in Latin America
        IHS: clinic hours; dental care; appointments by telephone; safe water for villages
        INS: naturalization interviews; border crossing times; green card renewal; forms by telephone
        ITA: market information abroad; advice for first exporters; trade shows
        MMS: royalty reports; offshore leases; notice of plans for the coast
        MSHA: safety underground; training of new miners; inspections; dust
        NARA: records for family history; military records; reading rooms
        NASA: school programs; pictures from space; small-business research; technology for industry
        NAVY: family housing; moves; deployments and families; pay questions
        NCS: burial benefits; headstones; care of graves
        NEA: grants for small theaters; arts in schools; application forms
        NEH: grants for libraries; local history; application forms
        NHTSA: car seats; recalls; crash tests explained; air bags
        NIH: clinical trials; health information in plain language; grant applications
        NIST: standards for industry; calibration services; help for small manufacturers
        NOAA: nautical charts; fishing permits; coastal plans; climate data
        NPS: campground reservations; trail conditions; fees at the gate; access for visitors with disabilities
        NRC: plants and their neighbors; license renewal; plain-language reports
        NRPC: late trains; sleeping cars; station service; refunds
        NSF: grant applications; review of proposals; electronic submission; science in schools
        NTSB: accident reports; help for families; records requests
        NWS: severe weather warnings; the winter outlook; river forecasts; weather radio
        OPM: retirement estimates; job openings on line; health plan choices; survivor benefits
        OSHA: safety in small shops; inspections; plain-language rules; training for supervisors
        PBGC: pension estimates; missing participants; letters about benefits
        PC: applications of volunteers; medical clearance; families of volunteers
        PRC: rate cases explained; comments of small mailers
        PTO: patent applications; trademark applications; electronic filing; fees for small inventors
        RRB: annuity claims; sickness benefits; letters about benefits
        SBA: small-business loans; disaster loans; women-owned firms; rules that burden small firms
        SEC: complaints about brokers; mutual fund fees; filings on line
        SSA: disability claims; the national telephone number; letters about benefits; retirement; direct deposit
        SSS: registration by mail; lost registration cards; on-line registration
        STB: rail rates; abandoned lines; service complaints
        USACE: permits in wetlands; lake levels; boat ramps; flood maps
        USAF: housing on base; moves; family services; medical appointments
        USBR: water deliveries; boating on reservoirs; dam safety
        USCG: boating safety; licenses of mariners; port safety; search and rescue
        USCS: cargo release at ports; travelers' declarations; duty drawback; electronic entry
        USFS: trail conditions; firewood permits; campground reservations; forest plans; fire near towns
        USGS: maps by mail; earthquake information; stream gauges; data on the World Wide Web
        USIA: exchange programs; visas for scholars; broadcasts
        USITC: import relief cases; tariff questions; filing rules
        USMINT: mail orders of coins; the new quarters; tours
        VBA: disability compensation claims; home loan guaranties; education benefits
        VETS: jobs for veterans; reemployment after service; priority at job centers
        VHA: waiting times at clinics; pharmacy refills by mail; clinics for women; help for homeless veterans
        """;

    private static readonly Dictionary<string, string[]> ByAbbreviation = Table
        .Split('\n')
        .Select(line => line.Split(": "))
        .ToDictionary(line => line[0], line => line[1].TrimEnd('\r').Split("; "));

    public static string[]? Of(string abbreviation) => ByAbbreviation.GetValueOrDefault(abbreviation);
}
