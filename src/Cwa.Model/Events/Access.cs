namespace Cwa.Model;

/// <summary>Who may attend a conversation.</summary>
public enum Access
{
    /// <summary>Anyone. The public sees the event once its report is accepted.</summary>
    [SaidAs("open", "open to the public", "public", "everyone")]
    OpenToPublic = 1,

    /// <summary>Only those whom the agency invites. The public does not see the event.</summary>
    [SaidAs("by invitation only", "closed", "invitation", "invitation only", "invited", "private")]
    ByInvitation = 2,
}
