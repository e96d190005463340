namespace Cwa.Graph;

/// <summary>
/// The text that goes with every file, calendar and feed: the notice about the data, if any, then the memorandum's
/// statement on judicial review.
/// </summary>
internal sealed class Notices(DataNotice data)
{
    public string Text => $"{data.Line} {Cwa.Model.Directive.ConversationsWithAmerica.JudicialReview}".TrimStart();
}
