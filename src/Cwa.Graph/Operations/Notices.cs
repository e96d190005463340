namespace Cwa.Graph;

/// <summary>
/// What goes with every file, calendar and feed: what the memorandum says of judicial review, and before it what has to
/// be known of the data.
/// </summary>
internal sealed class Notices(DataNotice data)
{
    public string Text =>
        data.Text is { } about
            ? $"{about.ReplaceLineEndings(" ")} {Cwa.Model.Directive.ConversationsWithAmerica.JudicialReview}"
            : Cwa.Model.Directive.ConversationsWithAmerica.JudicialReview;
}
