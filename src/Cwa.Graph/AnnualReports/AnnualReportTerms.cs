using Cwa.Graph.Engine;
using Cwa.Model;

namespace Cwa.Graph;

/// <summary>What annual reports can be filtered and ordered by.</summary>
public sealed class AnnualReportTerms : ListTerms<AnnualReport>
{
    /// <summary>By default, ordered by year.</summary>
    public AnnualReportTerms()
        : base(r => r.UpdatedAt)
    {
        Value(r => r.Year);
        Choice(r => r.YearBasis);
        Choice(r => r.Status);
        Value(r => r.PublishedOn);
        Value(
            "readabilityGrade",
            MeasuredText.GradeDescription,
            r => r.PlainLanguage.Words == 0 ? null : (double?)r.PlainLanguage.Grade
        );
        Record(r => r.Agency, "The agency whose results the report gives.");
        Sort(r => r.Year);
        Sort("readabilityGrade", MeasuredText.GradeOrderDescription, r => r.PlainLanguage.Grade);
        DefaultSort("year");
    }
}
