using Cwa.Graph.Engine;
using Cwa.Model;
using GraphQL.DataLoader;

namespace Cwa.Graph;

/// <summary>A survey of customers or of employees.</summary>
[SignedIn]
public sealed class SurveyType() : NodeType<Survey>(s => s.AgencyId, s => s.CurrentId)
{
    /// <summary>The agency that conducted the survey.</summary>
    public static IDataLoaderResult<Agency> Agency(Survey survey, ById<Agency> agencies) =>
        agencies.Load(survey.AgencyId);

    /// <summary>What was learned from the survey.</summary>
    public static IDataLoaderResult<Connection<Finding>> Findings(Survey survey, Page<Finding> page) =>
        page.Where("is from a survey", f => f.SurveyId != null).Of(survey.Id, f => f.SurveyId!.Value);

    /// <summary>What it said before it was corrected, the newest first; at most 20.</summary>
    [ListSize(CorrectableRecord.MostEarlier)]
    public static IDataLoaderResult<IReadOnlyList<Survey>> Earlier(Survey record, EarlierVersions<Survey> earlier) =>
        earlier.Load(record.Id);
}

/// <summary>A comparison with the best in business.</summary>
[SignedIn]
public sealed class BenchmarkStudyType() : NodeType<BenchmarkStudy>(s => s.AgencyId, s => s.CurrentId)
{
    /// <summary>The agency that compared itself.</summary>
    public static IDataLoaderResult<Agency> Agency(BenchmarkStudy study, ById<Agency> agencies) =>
        agencies.Load(study.AgencyId);

    /// <summary>What it said before it was corrected, the newest first; at most 20.</summary>
    [ListSize(CorrectableRecord.MostEarlier)]
    public static IDataLoaderResult<IReadOnlyList<BenchmarkStudy>> Earlier(
        BenchmarkStudy record,
        EarlierVersions<BenchmarkStudy> earlier
    ) => earlier.Load(record.Id);
}

/// <summary>What surveys can be filtered and ordered by.</summary>
public sealed class SurveyTerms : ListTerms<Survey>
{
    /// <summary>By default, ordered by the first day.</summary>
    public SurveyTerms()
        : base(s => s.UpdatedAt)
    {
        Sort(s => s.RecordedAt);
        Choice(s => s.Kind);
        Value(s => s.ConductedFrom);
        Value(s => s.ConductedTo);
        Choice(s => s.Channel);
        Value(s => s.Responses);
        Value(s => s.MeanRating);
        Record(s => s.Agency, "The agency that conducted the survey.");
        Sort(s => s.ConductedFrom);
        Sort(s => s.ConductedTo);
        SortKnown(s => s.Responses);
        SortKnown(s => s.MeanRating);
        DefaultSort("conductedFrom");
    }
}

/// <summary>What benchmark studies can be filtered and ordered by.</summary>
public sealed class BenchmarkStudyTerms : ListTerms<BenchmarkStudy>
{
    /// <summary>By default, ordered by the day they were made.</summary>
    public BenchmarkStudyTerms()
        : base(s => s.UpdatedAt)
    {
        Sort(s => s.RecordedAt);
        Value(s => s.ConductedOn);
        Record(s => s.Agency, "The agency that compared itself.");
        Sort(s => s.ConductedOn);
        DefaultSort("conductedOn");
    }
}
