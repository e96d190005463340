using CsvHelper;

namespace Cwa.Model;

/// <summary>One row of the agencies' reference data.</summary>
[CsvRecord]
internal sealed partial record AgencyRow(
    [CsvColumn("abbreviation")] string Abbreviation,
    [CsvColumn("name")] string Name,
    [CsvColumn("kind")] string Kind,
    [CsvColumn("parent_abbreviation")] string Parent,
    [CsvColumn("directive")] string Directive,
    [CsvColumn("basis")] string Basis,
    [CsvColumn("high_impact")] bool HighImpact,
    [CsvColumn("active_to")] DateOnly? ActiveTo
);
