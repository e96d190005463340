namespace Cwa.Model;

/// <summary>What agencies of one kind of work talk about with their customers.</summary>
/// <param name="Customers">Whom they serve, in words that fit "asks …".</param>
/// <param name="Group">The group under which their results are presented.</param>
/// <param name="Topics">What conversations are about, in words that fit "on …".</param>
/// <param name="Promises">What they promise.</param>
/// <param name="Complaints">What customers complain about.</param>
/// <param name="Fixes">Problems behind many complaints, and what was changed.</param>
internal sealed record SampleTheme(
    string Customers,
    CustomerGroup Group,
    string[] Topics,
    SamplePromise[] Promises,
    SampleComplaint[] Complaints,
    SampleFix[] Fixes
);

/// <summary>A service standard of the sample.</summary>
internal sealed record SamplePromise(
    string Statement,
    string Measure,
    string Unit,
    double Target,
    TargetDirection Direction
);

/// <summary>A category of complaints of the sample.</summary>
internal sealed record SampleComplaint(string Name, TopCategory Top);

/// <summary>A systemic problem of the sample, and the change that is to solve it.</summary>
internal sealed record SampleFix(string Problem, string Change, string Unit, int Before, int After);
