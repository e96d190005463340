namespace Cwa.Model;

/// <summary>Which agency talks about what.</summary>
internal static class SampleThemes
{
    private static readonly Dictionary<string, SampleTheme> ByAbbreviation = Of(
        (SampleThemesOfPeople.Benefits, "SSA RRB OPM PBGC FRTIB"),
        (SampleThemesOfMoney.Taxes, "IRS"),
        (SampleThemesOfPeople.Health, "HHS ACF AOA CDC FDA HCFA HRSA IHS NIH SAMHSA"),
        (SampleThemesOfPeople.VeteransService, "VA VBA VHA NCS"),
        (SampleThemesOfLand.Lands, "DOI BLM NPS USFWS USBR USFS MMS OSM USGS NRCS BIA TVA USACE ABMC NCPC"),
        (SampleThemesOfLand.Farms, "USDA AMS APHIS CSREES FNS FSA FSIS"),
        (SampleThemesOfPeople.Housing, "HUD FHA PIH RHS RUS EDA"),
        (SampleThemesOfMoney.Trade, "DOC BXA ITA MBDA PTO SBA EXIM USITC TDA OPIC USCS"),
        (SampleThemesOfLand.Science, "CENSUS BLS NIST NOAA NWS NSF NASA DOE USEC"),
        (SampleThemesOfSafety.Transport, "DOT FAA FHWA FRA FTA MARAD NHTSA RSPA USCG STB NTSB NRPC FMC PCC"),
        (SampleThemesOfSafety.Safety, "EPA OSHA MSHA CPSC NRC CSB DNFSB FEMA"),
        (SampleThemesOfSafety.Law, "DOJ BOP DEA FBI INS USMS ATF USSS"),
        (
            SampleThemesOfSafety.Work,
            "DOL ESA ETA VETS PWBA EEOC NLRB NMB FMCS FLRA MSPB OSC OSHRC FMSHRC OGE " + "USCCR NCD ATBCB"
        ),
        (SampleThemesOfLand.Passports, "DOS CA"),
        (SampleThemesOfLand.Abroad, "USAID IDCA USIA PC ADF IAF ACDA CIA"),
        (SampleThemesOfPeople.Learning, "ED SFA IMLS NEA NEH NARA CNCS"),
        (SampleThemesOfMoney.Supply, "DOD ARMY NAVY USAF DECA DFAS DLA DOD-AR GSA SSS"),
        (SampleThemesOfMoney.Money, "TREAS BEP USMINT BPD FMS OCC OTS FDIC NCUA FRS FHFB FCA SEC CFTC FTC"),
        (SampleThemesOfMoney.Mails, "USPS"),
        (SampleThemesOfMoney.Utilities, "FCC FEC PRC FERC")
    );

    /// <summary>The theme of an agency of the reference data; null for an agency that somebody added.</summary>
    public static SampleTheme? Find(string abbreviation) => ByAbbreviation.GetValueOrDefault(abbreviation);

    private static Dictionary<string, SampleTheme> Of(params (SampleTheme Theme, string Abbreviations)[] themes) =>
        themes
            .SelectMany(entry => entry.Abbreviations.Split(' ').Select(abbreviation => (abbreviation, entry.Theme)))
            .ToDictionary(entry => entry.abbreviation, entry => entry.Theme);
}
