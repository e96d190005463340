namespace Cwa.Model;

/// <summary>What a conversation may be about.</summary>
public enum TopicScope
{
    /// <summary>One issue that the agency names.</summary>
    [SaidAs("issue", "single issue", "specific", "specific topic")]
    SpecificIssue = 1,

    /// <summary>Whatever customers want to raise.</summary>
    [SaidAs("any topic", "general", "open", "open topics")]
    OpenTopic = 2,
}
