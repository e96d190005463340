using GraphQL;
using GraphQL.Types;

namespace Cwa.Graph.Engine;

/// <summary>Marks a type or a field that is not public: whoever selects it needs a role, whichever.</summary>
/// <remarks>
/// Told by the schema alone, before anything is read; which objects a caller may see is for <see cref="IVisibility"/>.
/// </remarks>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method | AttributeTargets.Property)]
public class SignedInAttribute : GraphQLAttribute
{
    internal const string Key = "ROLES";

    internal virtual string[] Roles => [];

    /// <inheritdoc/>
    public override void Modify(FieldType fieldType, bool isInputType) => fieldType.WithMetadata(Key, Roles);
}

/// <summary>Marks a field that only callers with one of these roles may select.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method | AttributeTargets.Property)]
public sealed class RoleAttribute(params string[] roles) : SignedInAttribute
{
    internal override string[] Roles => roles;
}

/// <summary>What the engine has to know of who asks.</summary>
[Service]
public interface IRequester
{
    /// <summary>Whether the caller is known, and so may ask for more at once.</summary>
    bool IsSignedIn { get; }

    /// <summary>
    /// Whether the caller has one of these roles; where none is named, any that opens what is not public.
    /// </summary>
    bool HasOneOf(IReadOnlyList<string> roles);

    /// <summary>
    /// What the caller may see and do: the same for two callers that get the same answer to every question.
    /// </summary>
    string Rights { get; }
}

/// <summary>Opens a scope of services in which a requester asks, for work that goes on beyond their request.</summary>
[Service]
public delegate AsyncServiceScope OpenScope(IRequester requester);

/// <summary>A field that needs a role.</summary>
internal sealed record GuardedField(string Name, string[] Roles)
{
    /// <exception cref="RequestError">The caller lacks the role (UNAUTHENTICATED or FORBIDDEN).</exception>
    public void Check(IRequester requester)
    {
        if (!requester.HasOneOf(Roles))
            throw requester.IsSignedIn ? RequestError.Forbidden(Name, Roles) : RequestError.Unauthenticated(Name);
    }
}
