using System.Globalization;
using Cwa.Graph.Engine;
using Cwa.Model;

namespace Cwa.Graph;

/// <summary>What readers must know before they believe the data: whether they are invented.</summary>
[Service]
public sealed class DataNotice(DomainClock clock)
{
    /// <summary>Whether the activity in the database is invented. Set once the database is ready.</summary>
    public bool IsIllustrative { get; set; }

    /// <summary>The notice, in two lines; null if there is nothing to know.</summary>
    public string? Text =>
        IsIllustrative
            ? "Illustrative data: an invented year, seen on\n"
                + clock.Today.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)
                + ". Only the agencies are real."
            : null;

    /// <summary>The notice in one line.</summary>
    public string? Line => Text?.ReplaceLineEndings(" ");
}
